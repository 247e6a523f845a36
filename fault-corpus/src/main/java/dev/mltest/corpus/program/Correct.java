package dev.mltest.corpus.program;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a static method without parameters that gives back an {@link Edit}: a correct program. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Correct {

    /** Its id in {@code correct.csv}. */
    String value();
}
