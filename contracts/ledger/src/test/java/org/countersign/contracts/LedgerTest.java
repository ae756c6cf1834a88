package org.countersign.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import net.corda.core.contracts.TransactionVerificationException.ContractRejection;
import net.corda.core.serialization.internal.SerializationEnvironmentKt;
import net.corda.coretesting.internal.InternalSerializationTestHelpersKt;

/** What a test of the ledger's rules stands on: Corda's serialisation, and the two outcomes of a verification. */
public abstract class LedgerTest {
    static {
        // One environment for the JVM: it caches serialisers, and making it anew for every test takes most of the time.
        if (SerializationEnvironmentKt.get_contextSerializationEnv().get() == null) {
            SerializationEnvironmentKt.get_contextSerializationEnv()
                    .set(InternalSerializationTestHelpersKt.createTestSerializationEnv());
        }
    }

    /** The platform and all contracts accept the transaction. */
    protected static void accepted(Draft draft) {
        assertThat(catchThrowable(draft::verify)).isNull();
    }

    /** A contract refuses the transaction with exactly this sentence. */
    protected static void refused(String sentence, Draft draft) {
        Throwable refusal = catchThrowable(draft::verify);
        assertThat(refusal).as("a transaction that breaks: %s", sentence).isInstanceOf(ContractRejection.class);
        assertThat(refusal.getCause()).hasMessage(sentence);
        RuleCoverage.refused(sentence);
    }

    /** A contract refuses the transaction with this sentence, and goes on to say why in these words. */
    protected static void refused(String sentence, String details, Draft draft) {
        Throwable refusal = catchThrowable(draft::verify);
        assertThat(refusal).as("a transaction that breaks: %s", sentence).isInstanceOf(ContractRejection.class);
        assertThat(refusal.getCause()).hasMessageStartingWith(sentence).hasMessageContaining(details);
        RuleCoverage.refused(sentence);
    }

    /** The platform or the Token SDK's contract refuses the transaction, with these words somewhere in the reason. */
    protected static void refusedByPlatform(String words, Draft draft) {
        Throwable refusal = catchThrowable(draft::verify);
        assertThat(refusal).as("a transaction that is refused with: %s", words).isNotNull();
        StringBuilder reasons = new StringBuilder();
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            reasons.append(cause).append('\n');
        }
        assertThat(reasons.toString()).contains(words);
    }
}
