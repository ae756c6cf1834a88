package org.countersign.oracles.compliance.screening;

/** A check that screens; whom it has come to know is screened again when its lists change. */
public interface ScreeningCheck {
    /** The lists and thresholds in force. */
    Screening getScreening();
}
