package dev.mltest.evidence;

/**
 * Where, and with how many digits, derivatives of a loss were taken.
 *
 * @param elementType number format in which it was computed
 * @param roundOff part of a derivative that round-off may change: half the digits of that format,
 *     or one unit in the last place of the model's own, in which its data are given
 * @param mode mode in which it was computed
 * @param repeats whether the same parameters, inputs and seed give the same loss twice
 * @param loss the loss there
 */
public record LossPoint(
        String elementType, double roundOff, String mode, boolean repeats, double loss) {}
