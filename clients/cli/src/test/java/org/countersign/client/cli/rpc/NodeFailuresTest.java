package org.countersign.client.cli.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import net.corda.client.rpc.ConnectionFailureException;
import net.corda.client.rpc.PermissionException;
import net.corda.client.rpc.RPCException;
import net.corda.core.CordaRuntimeException;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.CordaX500Name;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.workflows.WorkflowException;
import org.junit.jupiter.api.Test;

class NodeFailuresTest {
    private static final Member DEALER = new Member(
            "dealer-a",
            new CordaX500Name("Dealer A", "London", "GB"),
            List.of(),
            "127.0.0.1:10205",
            "operator",
            Path.of("password"));

    @Test
    void aRefusalIsShownInTheWordsOfTheFlow() {
        Failure failure = NodeFailures.of(
                DEALER, new ExecutionException(new WorkflowException("You hold 5, and 7 are needed.", "Buy 2 more.")));

        assertThat(failure.code()).isEqualTo(FailureCode.REFUSED);
        assertThat(failure.getMessage()).isEqualTo("You hold 5, and 7 are needed.");
        assertThat(failure.remedy()).isEqualTo("Buy 2 more.");
    }

    @Test
    void anyOtherFlowExceptionIsARefusalToo() {
        Failure failure = NodeFailures.of(DEALER, new FlowException("The counterparty ended the flow."));

        assertThat(failure.code()).isEqualTo(FailureCode.REFUSED);
        assertThat(failure.getMessage()).isEqualTo("The counterparty ended the flow.");
    }

    @Test
    void aUserWhomTheNodeDoesNotKnowIsDeniedAccess() {
        assertThat(NodeFailures.of(DEALER, new ActiveMQSecurityException("no")).code())
                .isEqualTo(FailureCode.ACCESS_DENIED);
        assertThat(NodeFailures.of(DEALER, new PermissionException("no")).code())
                .isEqualTo(FailureCode.ACCESS_DENIED);
    }

    @Test
    void aLostConnectionLeavesTheOutcomeOpenAndSaysSo() {
        Failure failure = NodeFailures.of(DEALER, new ConnectionFailureException(null));

        assertThat(failure.code()).isEqualTo(FailureCode.NETWORK_DOWN);
        assertThat(failure.getMessage()).contains("dealer-a", "127.0.0.1:10205", "not known");
        assertThat(NodeFailures.of(DEALER, new RPCException("gone")).code()).isEqualTo(FailureCode.NETWORK_DOWN);
    }

    @Test
    void aBrokerThatCannotBeReachedIsANetworkThatIsDown() {
        assertThat(NodeFailures.of(DEALER, new ActiveMQNotConnectedException("no"))
                        .code())
                .isEqualTo(FailureCode.NETWORK_DOWN);
    }

    @Test
    void aFaultOfTheNodePointsToItsLog() {
        Failure failure = NodeFailures.of(DEALER, new CordaRuntimeException("Something went wrong."));

        assertThat(failure.code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(failure.getMessage()).contains("dealer-a", "Something went wrong.");
        assertThat(failure.remedy()).contains("./countersign logs dealer-a");
    }
}
