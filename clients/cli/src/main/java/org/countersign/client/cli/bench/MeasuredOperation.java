package org.countersign.client.cli.bench;

/** What is measured, in the order of the report. */
enum MeasuredOperation {
    /** The yardstick: cash moved by the Token SDK's own flow, seen by its parties and the notary only. */
    PLAIN_MOVE("plainMove", "plain move of cash"),
    /** Units of a security, attested by its committees. */
    FREE_OF_PAYMENT("transferFreeOfPayment", "transfer free of payment"),
    /** The same, with the buyer's cash in the same transaction. */
    AGAINST_PAYMENT("transferAgainstPayment", "transfer against payment");

    private final String field;
    private final String title;

    MeasuredOperation(String field, String title) {
        this.field = field;
        this.title = title;
    }

    /** Its name for scripts. */
    String field() {
        return field;
    }

    /** Its name for people. */
    String title() {
        return title;
    }
}
