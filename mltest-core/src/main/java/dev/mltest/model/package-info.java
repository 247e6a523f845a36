/**
 * What a model can be asked: the ladder {@link dev.mltest.model.Predictor} &lt;
 * {@link dev.mltest.model.Differentiable} &lt; {@link dev.mltest.model.Trainable}, and the tensors,
 * parameters, batches and declarations that the questions and answers are made of.
 */
@NullMarked
package dev.mltest.model;

import org.jspecify.annotations.NullMarked;
