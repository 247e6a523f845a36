package dev.mltest.corpus.arm;

import java.util.List;

/** All ways of judging, mltest's first. */
public final class Arms {

    private Arms() {}

    /** Each arm once. */
    public static List<Arm> all() {
        return List.of(MltestArm.standard(), MltestArm.declared());
    }
}
