package dev.mltest.evidence;

import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How the gradient of every trainable weight fared over the first steps.
 *
 * @param steps number of steps
 * @param batches number of different batches
 * @param batchSize examples in each
 * @param courses one entry for each trainable parameter of two axes or more, in forward order
 */
public record GradientCourseEvidence(int steps, int batches, int batchSize, List<Course> courses)
        implements Evidence {

    /** Keeps its own copy. */
    public GradientCourseEvidence {
        courses = List.copyOf(courses);
    }

    /**
     * The course of one weight.
     *
     * @param parameter which one
     * @param norm Euclidean norm of the weight at the start
     * @param spreads for each axis how far the slices along it are from their mean at the start,
     *     relative to the norm: 0 if all are equal, NaN if there is one slice only
     * @param gradients what arrived before each step, in training mode
     * @param quiet what arrives before the first step in inference mode, where no noise tells units
     *     apart; empty if that was of no interest
     */
    public record Course(
            Parameter parameter,
            double norm,
            List<Double> spreads,
            List<Arrived> gradients,
            List<Arrived> quiet) {

        /** Keeps its own copies. */
        public Course {
            spreads = List.copyOf(spreads);
            gradients = List.copyOf(gradients);
            quiet = List.copyOf(quiet);
        }

        /** This start, and what arrived then. */
        public Course with(List<Arrived> inTraining, List<Arrived> inInference) {
            return new Course(parameter, norm, spreads, inTraining, inInference);
        }

        /** Its place. */
        public ParameterPath path() {
            return parameter.path();
        }

        /** Norm of the gradient over that of the weight, before each step. */
        public DoubleStream relativeNorms() {
            return gradients.stream().mapToDouble(arrived -> arrived.norm() / norm);
        }
    }

    /**
     * One gradient.
     *
     * @param norm Euclidean norm
     * @param spreads for each axis how far its slices are from their mean, relative to the norm; 0
     *     where nothing arrived
     */
    public record Arrived(double norm, List<Double> spreads) {

        /** Keeps its own copy. */
        public Arrived {
            spreads = List.copyOf(spreads);
        }
    }

    /** How the evidence was taken, for messages. */
    public String conditions() {
        return "%d steps over %d batches of %d".formatted(steps, batches, batchSize);
    }
}
