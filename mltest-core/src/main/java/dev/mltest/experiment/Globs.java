package dev.mltest.experiment;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import java.util.List;

/** Declarations that name parameters by patterns. */
final class Globs {

    private Globs() {}

    /**
     * Refuses a pattern that fits no name, which is a slip of the pen.
     *
     * @param method the method that declares them, for example {@code frozen}
     * @throws ConfigurationException if one matches nothing
     */
    static void requireMatches(
            ModelUnderTest subject, String method, List<String> globs, List<ParameterPath> names) {
        for (String glob : globs) {
            if (names.stream().noneMatch(name -> name.matches(glob))) {
                throw new ConfigurationException(
                        "model '%s': .%s(\"%s\") matches no parameter; there are %s"
                                .formatted(subject.name(), method, glob, names));
            }
        }
    }

    static List<ParameterPath> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::path).toList();
    }
}
