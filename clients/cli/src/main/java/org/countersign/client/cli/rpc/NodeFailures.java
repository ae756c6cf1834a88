package org.countersign.client.cli.rpc;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import net.corda.client.rpc.ConnectionFailureException;
import net.corda.client.rpc.PermissionException;
import net.corda.client.rpc.RPCException;
import net.corda.core.CordaRuntimeException;
import net.corda.core.flows.FlowException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.UnknownSecurityException;
import org.countersign.workflows.holding.InsufficientHoldingException;
import org.countersign.workflows.ownership.FinalityUnknownException;

/** Says in plain words what an exception from Corda's client means to the user of a command. */
final class NodeFailures {
    private NodeFailures() {}

    /**
     * The failure that an exception stands for.
     *
     * @param member whose node was talked to
     * @param thrown what Corda's client threw
     * @return what to tell the user
     */
    static Failure of(Member member, Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof Failure failure) {
            return failure;
        }
        if (cause instanceof WorkflowException refusal) {
            return new Failure(code(refusal), refusal.getProblem(), refusal.getRemedy(), cause);
        }
        if (cause instanceof FlowException) {
            return new Failure(FailureCode.REFUSED, message(cause), "", cause);
        }
        if (cause instanceof ActiveMQSecurityException || cause instanceof PermissionException) {
            return new Failure(
                    FailureCode.ACCESS_DENIED,
                    "The node of " + member.id() + " does not let user '" + member.rpcUser() + "' do this: "
                            + message(cause),
                    "Use the network file that ./countersign up has written last.",
                    cause);
        }
        if (cause instanceof ConnectionFailureException || cause instanceof RPCException) {
            return new Failure(
                    FailureCode.NETWORK_DOWN,
                    "The connection to member " + member.id() + " at " + member.rpcAddress()
                            + " was lost; whether the node completed what it was asked is not known.",
                    "See ./countersign status, then ./countersign holdings --as " + member.id() + ".",
                    cause);
        }
        if (cause instanceof ActiveMQException) {
            return notAnswering(member, cause);
        }
        return new Failure(
                FailureCode.INTERNAL,
                cause instanceof CordaRuntimeException
                        ? "The node of " + member.id() + " reports a fault: " + message(cause)
                        : "This program failed while it talked to " + member.id() + ": " + message(cause),
                "See ./countersign logs " + member.id() + ", or run the command again with --verbose.",
                cause);
    }

    /**
     * Nobody answers where the node should.
     *
     * @param member whose node
     * @param cause what the attempt ended with
     * @return what to tell the user
     */
    static Failure notAnswering(Member member, Throwable cause) {
        return new Failure(
                FailureCode.NETWORK_DOWN,
                "Member " + member.id() + " does not answer at " + member.rpcAddress() + ".",
                "Start the network with ./countersign up, or see ./countersign status.",
                cause);
    }

    private static FailureCode code(WorkflowException refusal) {
        if (refusal instanceof UnknownSecurityException) {
            return FailureCode.SYMBOL_UNKNOWN;
        }
        if (refusal instanceof InsufficientHoldingException) {
            return FailureCode.HOLDING_INSUFFICIENT;
        }
        return refusal instanceof FinalityUnknownException ? FailureCode.FINALITY_UNKNOWN : FailureCode.REFUSED;
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String message(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
