package org.countersign.workflows.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.NotaryError;
import net.corda.core.flows.StateConsumptionDetails;
import net.corda.core.flows.StateConsumptionDetails.ConsumedStateType;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.validation.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a notary's error says about the fate of a transaction. */
class NotaryRefusalTest {
    private static final SecureHash TRANSACTION = SecureHash.sha256("transaction");
    private static final SecureHash OTHER = SecureHash.sha256("other");
    private static final StateRef INPUT = new StateRef(SecureHash.sha256("input"), 0);
    private static final StateRef REFERENCE = new StateRef(SecureHash.sha256("reference"), 0);
    private static final Instant UNTIL = Instant.parse("2026-01-01T00:00:00Z");
    private static final CordaX500Name REGISTRAR = new CordaX500Name("Registrar", "London", "GB");

    @Test
    @DisplayName("An input that another transaction has consumed ends a transaction")
    void anInputSpentByAnother() {
        NotaryRefusal refusal = conflict(input(OTHER));
        assertThat(refusal.isForGood()).isTrue();
        assertThat(refusal.showsNotarisation()).isFalse();
        assertThat(refusal.by(REGISTRAR).getCode()).isEqualTo(Refusal.REFUSED_BY_NOTARY);
        assertThat(refusal.by(REGISTRAR).getMember()).isEqualTo(REGISTRAR);
    }

    @Test
    @DisplayName("A superseded reference ends a transaction that has not been notarised, and is told as such")
    void aSupersededReference() {
        NotaryRefusal refusal = conflict(reference(OTHER));
        assertThat(refusal.isForGood()).isTrue();
        assertThat(refusal.by(REGISTRAR).getCode()).isEqualTo(Refusal.SUPERSEDED_AT_NOTARY);
    }

    @Test
    @DisplayName("A reference that was superseded after the notarisation does not end a transaction")
    void aReferenceSupersededLater() {
        Map<StateRef, StateConsumptionDetails> consumed = new LinkedHashMap<>(reference(OTHER));
        consumed.putAll(input(TRANSACTION));
        NotaryRefusal refusal = conflict(consumed);
        assertThat(refusal.isForGood()).isFalse();
        assertThat(refusal.showsNotarisation()).isTrue();
    }

    @Test
    @DisplayName("A time-window ends a transaction when it has closed, not before it opens")
    void timeWindows() {
        assertThat(outside(UNTIL).isForGood()).isTrue();
        assertThat(outside(UNTIL.plusSeconds(1)).isForGood()).isTrue();
        assertThat(outside(UNTIL.minusSeconds(200)).isForGood()).isFalse();
    }

    @Test
    @DisplayName("A notary in trouble says nothing about the fate of a transaction")
    void trouble() {
        NotaryRefusal refusal = new NotaryRefusal(new NotaryError.General(new Exception("busy")), TRANSACTION, UNTIL);
        assertThat(refusal.isForGood()).isFalse();
        assertThat(refusal.showsNotarisation()).isFalse();
        assertThat(refusal.by(REGISTRAR).getReason()).contains(TRANSACTION.toString(), "busy");
    }

    private static NotaryRefusal conflict(Map<StateRef, StateConsumptionDetails> consumed) {
        return new NotaryRefusal(new NotaryError.Conflict(TRANSACTION, consumed), TRANSACTION, UNTIL);
    }

    private static Map<StateRef, StateConsumptionDetails> input(SecureHash by) {
        return Collections.singletonMap(INPUT, new StateConsumptionDetails(by.reHash(), ConsumedStateType.INPUT_STATE));
    }

    private static Map<StateRef, StateConsumptionDetails> reference(SecureHash by) {
        return Collections.singletonMap(
                REFERENCE, new StateConsumptionDetails(by.reHash(), ConsumedStateType.REFERENCE_INPUT_STATE));
    }

    private static NotaryRefusal outside(Instant now) {
        return new NotaryRefusal(
                new NotaryError.TimeWindowInvalid(now, TimeWindow.between(UNTIL.minusSeconds(100), UNTIL)),
                TRANSACTION,
                UNTIL);
    }
}
