package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.r3.corda.lib.tokens.workflows.flows.rpc.ConfidentialRedeemFungibleTokensHandler;
import com.r3.corda.lib.tokens.workflows.flows.rpc.CreateEvolvableTokensHandler;
import com.r3.corda.lib.tokens.workflows.flows.rpc.RedeemFungibleTokensHandler;
import com.r3.corda.lib.tokens.workflows.flows.rpc.RedeemNonFungibleTokensHandler;
import com.r3.corda.lib.tokens.workflows.flows.rpc.UpdateEvolvableTokenHandler;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.InitiatedBy;
import org.countersign.workflows.holding.ClosedStockFlows;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether a node that has the Token SDK installed chooses our refusals over the SDK's signing responders. */
class ClosedStockFlowsTest {
    @Test
    @Tag("attack-5")
    @DisplayName("5. Every responder of the Token SDK that signs is overruled by one that refuses")
    void everyStockResponderThatSignsIsOverruled() {
        Map<Class<?>, Class<?>> ours = new LinkedHashMap<>();
        for (Class<?> closed : ClosedStockFlows.class.getDeclaredClasses()) {
            InitiatedBy answers = closed.getAnnotation(InitiatedBy.class);
            if (answers != null) {
                ours.put(answers.value(), closed);
            }
        }
        for (Class<?> stock : Arrays.asList(
                RedeemFungibleTokensHandler.class,
                RedeemNonFungibleTokensHandler.class,
                ConfidentialRedeemFungibleTokensHandler.class,
                CreateEvolvableTokensHandler.class,
                UpdateEvolvableTokenHandler.class)) {
            Class<?> request = stock.getAnnotation(InitiatedBy.class).value();
            assertThat(ours).as("a refusal of " + request).containsKey(request);
            // The node takes the responder with the most steps to FlowLogic.
            assertThat(steps(ours.get(request))).isGreaterThan(steps(stock));
        }
    }

    private static int steps(Class<?> flow) {
        int steps = 0;
        for (Class<?> type = flow; type != FlowLogic.class; type = type.getSuperclass()) {
            steps++;
        }
        return steps;
    }
}
