package dev.mltest.corpus.serving;

/** A program that is put to use. */
interface Served {

    /** How it is. */
    Serving serving();

    /** What it learns from. */
    Fruit data();
}
