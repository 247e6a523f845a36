package dev.mltest.reporting.plot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something to look at, made of recorded figures only. How it is drawn is the page's business. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Lines.class, name = "lines"),
    @JsonSubTypes.Type(value = Places.class, name = "places"),
    @JsonSubTypes.Type(value = Histograms.class, name = "histograms"),
    @JsonSubTypes.Type(value = Matrix.class, name = "matrix")
})
public sealed interface Plot permits Lines, Places, Histograms, Matrix {

    /** What stands beside it. */
    Caption caption();

    /** The same figures as text. */
    Table table();
}
