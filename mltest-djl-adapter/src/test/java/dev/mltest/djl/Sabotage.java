package dev.mltest.djl;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;
import dev.mltest.testing.DelegatingTrainable;
import dev.mltest.testing.contract.ParameterValues;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Ways in which an adapter goes wrong, and the demands of the contract that notice. */
enum Sabotage {
    PREDICTS_AS_IN_TRAINING(
            model -> new DelegatingTrainable(model) {
                @Override
                public NamedTensors predict(Batch batch) {
                    return evaluate(batch, Mode.TRAINING).outputs();
                }
            },
            "outputs_agree_with_the_plain_java_reference",
            "nothing_moves_in_inference_mode"),

    SUMS_THE_LOSS(
            model -> new DelegatingTrainable(model) {
                @Override
                public Evaluation evaluate(Batch batch, Mode mode) {
                    Evaluation mean = super.evaluate(batch, mode);
                    return new Evaluation(mean.loss() * batch.size(), mean.outputs());
                }
            },
            "the_loss_agrees_with_the_plain_java_reference",
            "a_step_tells_the_data_loss_before_the_update"),

    TAKES_THE_LOSS_OF_OTHER_OUTPUTS(
            model -> new DelegatingTrainable(model) {
                @Override
                public double lossOf(NamedTensors outputs, Batch batch) {
                    return evaluate(batch, Mode.INFERENCE).loss();
                }
            },
            "the_loss_of_given_outputs_is_that_of_the_pass_which_made_them"),

    LOSES_THE_MASK(
            model -> new DelegatingTrainable(model) {
                @Override
                public NamedTensors predict(Batch batch) {
                    NamedTensors ones = batch.masks()
                            .map((name, mask) ->
                                    ArrayTensor.filled(ElementType.FLOAT32, mask.shape(), 1));
                    return super.predict(new Batch(batch.inputs(), batch.targets(), ones));
                }
            },
            "what_is_masked_does_not_count"),

    SCALES_GRADIENTS(
            model -> new DelegatingTrainable(model) {
                @Override
                public Differentiable inDoublePrecision() {
                    return scalingGradients(super.inDoublePrecision());
                }
            },
            "gradients_in_training_mode_agree_with_central_differences",
            "gradients_in_inference_mode_agree_with_central_differences",
            "the_gradient_of_a_tied_layer_is_the_sum_over_its_uses"),

    HAS_NO_GRADIENT_OF_THE_INPUTS(
            model -> new DelegatingTrainable(model) {
                @Override
                public Gradients gradients(Batch batch, Mode mode) {
                    Gradients all = super.gradients(batch, mode);
                    return new Gradients(all.loss(), all.parameters(), Map.of());
                }
            },
            "every_trainable_parameter_and_every_input_has_a_gradient"),

    MAKES_A_TWIN_OF_OTHER_WEIGHTS(
            model -> new DelegatingTrainable(model) {
                @Override
                public Differentiable inDoublePrecision() {
                    Differentiable twin = super.inDoublePrecision();
                    ParameterPath first = twin.parameters().get(0).path();
                    Tensor value = twin.value(first);
                    twin.assign(first, value.plusScaled(value, 0.5));
                    return twin;
                }
            },
            "gradients_in_single_precision_agree_with_the_double_precision_twin_s"),

    STEPS_WHERE_GRADIENTS_ARE_ASKED_FOR(
            model -> new DelegatingTrainable(model) {
                @Override
                public Gradients gradients(Batch batch, Mode mode) {
                    step(batch);
                    return super.gradients(batch, mode);
                }
            },
            "gradients_move_no_weight_and_repeat",
            "looking_on_between_two_steps_leaves_training_to_the_bit_as_it_was"),

    NAMES_BY_IDENTITY(
            model -> new Renaming(model) {
                private final String identity = "/" + System.nanoTime();

                @Override
                Parameter image(Parameter parameter) {
                    ParameterPath path = ParameterPath.of(parameter.path() + identity);
                    return new Parameter(
                            path, parameter.role(), parameter.shape(), parameter.elementType());
                }
            },
            "paths_are_unique_and_the_same_in_every_model",
            "paths_are_readable"),

    TAKES_EVERYTHING_FOR_TRAINABLE(
            model -> new Renaming(model) {
                @Override
                Parameter image(Parameter parameter) {
                    return new Parameter(
                            parameter.path(),
                            Parameter.Role.TRAINABLE,
                            parameter.shape(),
                            parameter.elementType());
                }
            },
            "running_statistics_are_told_from_weights",
            "a_frozen_layer_is_told_from_a_trained_one_and_stays"),

    LISTS_PARAMETERS_TWICE(
            model -> new DelegatingTrainable(model) {
                @Override
                public List<Parameter> parameters() {
                    List<Parameter> twice = new ArrayList<>(super.parameters());
                    twice.addAll(super.parameters());
                    return twice;
                }
            },
            "a_tied_layer_stands_once",
            "paths_are_unique_and_the_same_in_every_model"),

    ASSIGNS_NOTHING(
            model -> new DelegatingTrainable(model) {
                @Override
                public void assign(ParameterPath path, Tensor value) {}
            },
            "what_is_assigned_is_read_back_and_used",
            "a_value_of_another_shape_is_refused_by_name"),

    IGNORES_THE_MODE(
            model -> new DelegatingTrainable(model) {
                @Override
                public Evaluation evaluate(Batch batch, Mode mode) {
                    return super.evaluate(batch, Mode.INFERENCE);
                }
            },
            "dropout_follows_the_seed_in_training_mode",
            "batch_norm_normalises_by_the_batch_in_training_mode_only"),

    HAS_NOISE_IN_INFERENCE(
            model -> new DelegatingTrainable(model) {
                private long seed;

                @Override
                public void seed(long given) {
                    seed = given;
                    super.seed(given);
                }

                @Override
                public Evaluation evaluate(Batch batch, Mode mode) {
                    Evaluation exact = super.evaluate(batch, mode);
                    double noise = mode == Mode.INFERENCE ? seed * 1e-3 : 0;
                    return new Evaluation(exact.loss() + noise, exact.outputs());
                }
            },
            "nothing_is_random_in_inference_mode"),

    SCALES_OUTPUTS_IN_TRAINING(
            model -> new DelegatingTrainable(model) {
                @Override
                public Evaluation evaluate(Batch batch, Mode mode) {
                    Evaluation exact = super.evaluate(batch, mode);
                    double factor = mode == Mode.TRAINING ? 0.1 : 0;
                    return new Evaluation(
                            exact.loss(),
                            exact.outputs()
                                    .map((name, output) -> output.plusScaled(output, factor)));
                }
            },
            "without_dropout_and_batch_norm_the_mode_does_not_matter"),

    STEPS_TWICE(
            model -> new DelegatingTrainable(model) {
                @Override
                public double step(Batch batch) {
                    super.step(batch);
                    return super.step(batch);
                }
            },
            "steps_are_to_the_bit_those_of_the_framework",
            "a_step_tells_the_data_loss_before_the_update"),

    DOES_NOT_STEP(
            model -> new DelegatingTrainable(model) {
                @Override
                public double step(Batch batch) {
                    return evaluate(batch, Mode.INFERENCE).loss();
                }
            },
            "a_step_moves_every_trainable_parameter",
            "running_statistics_move_in_a_step"),

    RESTORES_VALUES_ONLY(
            ValuesOnly::new,
            "what_follows_a_restore_is_to_the_bit_what_followed_the_snapshot",
            "a_step_on_nan_can_be_taken_back",
            "a_snapshot_of_another_model_is_refused"),

    DEPENDS_ON_HOW_MANY_THERE_WERE(
            model -> new DelegatingTrainable(model) {
                @Override
                public double step(Batch batch) {
                    double loss = super.step(batch);
                    ParameterPath first = parameters().get(0).path();
                    Tensor value = value(first);
                    assign(first, value.plusScaled(value, 1e-3 * (System.nanoTime() % 97 + 1)));
                    return loss;
                }
            },
            "the_same_seed_gives_the_same_training",
            "models_in_two_threads_go_the_way_they_go_alone"),

    IGNORES_THE_SEED(
            model -> {
                model.parameters()
                        .forEach(parameter -> model.assign(
                                parameter.path(),
                                ArrayTensor.filled(
                                        parameter.elementType(), parameter.shape(), 0.1)));
                return model;
            },
            "the_same_seed_gives_the_same_weights_and_another_one_others"),

    MOVES_WEIGHTS_BEFORE_IT_FAILS(
            model -> new DelegatingTrainable(model) {
                @Override
                public double step(Batch batch) {
                    ParameterPath first = parameters().get(0).path();
                    Tensor value = value(first).copy();
                    assign(first, value.plusScaled(value, 1));
                    double loss = super.step(batch);
                    assign(first, value);
                    return loss;
                }
            },
            "a_step_that_fails_in_the_forward_pass_leaves_nothing_behind",
            "a_step_that_fails_in_the_loss_leaves_nothing_behind"),

    KEEPS_SNAPSHOTS(
            model -> new DelegatingTrainable(model) {
                private final List<Snapshot> kept = new ArrayList<>();

                @Override
                public double step(Batch batch) {
                    kept.add(super.snapshot());
                    return super.step(batch);
                }

                @Override
                public void close() {}
            },
            "memory_is_flat_over_a_thousand_rounds_of_everything",
            "closed_models_give_back_what_they_held");

    private final Function<Trainable, Trainable> damage;
    private final List<String> noticedBy;

    Sabotage(Function<Trainable, Trainable> damage, String... noticedBy) {
        this.damage = damage;
        this.noticedBy = List.of(noticedBy);
    }

    Trainable applyTo(Trainable model) {
        return damage.apply(model);
    }

    /** Names of the contract's methods. */
    List<String> noticedBy() {
        return noticedBy;
    }

    private static Differentiable scalingGradients(Differentiable twin) {
        return (Differentiable) Proxy.newProxyInstance(
                Sabotage.class.getClassLoader(),
                new Class<?>[] {Differentiable.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(twin, arguments);
                    return answer instanceof Gradients exact ? scaled(exact) : answer;
                });
    }

    private static Gradients scaled(Gradients exact) {
        Map<ParameterPath, Tensor> scaled = new LinkedHashMap<>();
        exact.parameters()
                .forEach((path, gradient) -> scaled.put(path, gradient.plusScaled(gradient, 0.01)));
        return new Gradients(exact.loss(), scaled, exact.inputs());
    }

    /** Describes parameters wrongly. */
    private abstract static class Renaming extends DelegatingTrainable {

        Renaming(Trainable model) {
            super(model);
        }

        abstract Parameter image(Parameter parameter);

        @Override
        public List<Parameter> parameters() {
            return super.parameters().stream().map(this::image).toList();
        }
    }

    /** Forgets optimiser and random state, and whose snapshot it is. */
    private static final class ValuesOnly extends DelegatingTrainable {

        ValuesOnly(Trainable model) {
            super(model);
        }

        @Override
        public Snapshot snapshot() {
            return new Kept(ParameterValues.of(this));
        }

        @Override
        public void restore(Snapshot snapshot) {
            ((Kept) snapshot)
                    .values()
                    .forEach((path, value) -> assign(ParameterPath.of(path), value));
        }

        private record Kept(Map<String, ArrayTensor> values) implements Snapshot {

            @Override
            public void close() {}
        }
    }
}
