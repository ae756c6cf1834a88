package org.countersign.client.cli.bench;

import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.rpc.Member;

/**
 * Who takes part in what is measured.
 *
 * @param issuer registers and issues the security, and issues the cash
 * @param seller transfers units
 * @param buyer receives them and pays
 */
record TradeParties(Member issuer, Member seller, Member buyer) {
    /** Refuses a trade with oneself, which would not leave the node. */
    TradeParties {
        if (seller.equals(buyer)) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "Seller and buyer are both " + seller.id() + ".",
                    "Name two members with --seller and --buyer.");
        }
    }
}
