package dev.mltest.testing.contract;

/**
 * What was found of one property with one carrier.
 *
 * @param kind in a word or two
 * @param reason why it is not available, or nothing
 */
record ContractOutcome(String kind, String reason) {

    static final ContractOutcome HOLDS = new ContractOutcome("holds", "");
    static final ContractOutcome FAILS = new ContractOutcome("FAILS", "");

    static ContractOutcome notAvailable(String reason) {
        return new ContractOutcome("not available", reason);
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? kind : kind + ": " + reason;
    }
}
