package dev.mltest.corpus.program;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a static method without parameters that gives back an {@link Edit}: a fault. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Fault {

    /** Its id in {@code faults.csv}. */
    String value();

    /** Where it is: globs of layers, parameters, pipeline stages or calls. */
    String[] at();
}
