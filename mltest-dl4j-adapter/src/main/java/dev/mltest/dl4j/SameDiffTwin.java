package dev.mltest.dl4j;

import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;

import org.nd4j.autodiff.samediff.ArrayHolder;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.ScalarOp;

import java.util.List;

/**
 * Makes the same graph in double precision, out of a copy that is tried out in single precision.
 */
final class SameDiffTwin {

    private SameDiffTwin() {}

    static Differentiable of(SameDiffSubject original) {
        return Noise.unnoticed(() -> {
            Copies copies = new Copies(original);
            SameDiff graph = copies.make();
            convert(original, graph);
            SameDiffSubject subject = new SameDiffSubject(
                    original.name(),
                    graph,
                    original.roles(),
                    Ownership.TWIN,
                    copies::requireFaithful);
            for (Mode mode : Mode.values()) {
                subject.noise(mode).restore(original.noise(mode).state());
            }
            return new SameDiffDifferentiable(subject);
        });
    }

    private static void convert(SameDiffSubject original, SameDiff graph) {
        try {
            graph.variables().stream()
                    .filter(variable -> variable.getVariableType() != VariableType.ARRAY)
                    .filter(variable -> variable.dataType().isFPType())
                    .forEach(variable -> widen(graph, variable));
            graph.getOps().values().forEach(operation -> retype(graph, operation));
        } catch (RuntimeException e) {
            throw new NotAvailableException("ND4J cannot convert '%s' to double precision: %s"
                    .formatted(original.name(), e));
        }
        requireDouble(original, graph);
    }

    private static void widen(SameDiff graph, SDVariable variable) {
        variable.setDataType(DataType.DOUBLE);
        if (!variable.isPlaceHolder()) {
            ArrayHolder arrays =
                    variable.isConstant() ? graph.getConstantArrays() : graph.getVariablesArrays();
            INDArray values = arrays.removeArray(variable.name());
            arrays.setArray(variable.name(), values.castTo(DataType.DOUBLE));
        }
    }

    /** ND4J's own conversion fails where paths of different lengths meet, and forgets scalars. */
    private static void retype(SameDiff graph, SameDiffOp operation) {
        List<DataType> inputs = Dependencies.inputs(operation).stream()
                .map(name -> graph.getVariable(name).dataType())
                .toList();
        List<DataType> types = operation.getOp().calculateOutputDataTypes(inputs);
        List<String> outputs = operation.getOutputsOfOp();
        for (int i = 0; i < outputs.size(); i++) {
            graph.getVariable(outputs.get(i)).setDataType(types.get(i));
        }
        if (operation.getOp() instanceof ScalarOp scalar && scalar.scalar().isR()) {
            scalar.setScalar(scalar.scalar().castTo(DataType.DOUBLE));
        }
    }

    /** Some operations have a type of their own, and some lose it in the copy. */
    private static void requireDouble(SameDiffSubject original, SameDiff graph) {
        for (String name : new Dependencies(graph).behind(original.roles().results())) {
            DataType before = original.graph().getVariable(name).dataType();
            DataType type = graph.getVariable(name).dataType();
            if (type != (before.isFPType() ? DataType.DOUBLE : before)) {
                throw new NotAvailableException(
                        "ND4J computes '%s' of '%s' in %s even in a double-precision graph"
                                .formatted(name, original.name(), type));
            }
        }
    }
}
