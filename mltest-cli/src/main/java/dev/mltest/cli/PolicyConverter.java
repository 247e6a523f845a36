package dev.mltest.cli;

import dev.mltest.model.ConfigurationException;
import dev.mltest.reporting.gate.Policy;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A policy as people write it, for example {@code new}. */
final class PolicyConverter implements ITypeConverter<Policy> {

    @Override
    public Policy convert(String text) {
        try {
            return Policy.parse(text);
        } catch (ConfigurationException unknown) {
            throw new TypeConversionException(unknown.reason());
        }
    }
}
