package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.Operation;

/** What custodians must tell each other of who sends and who receives is known. */
public final class TravelRuleDataRule extends ComplianceRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            TravelRuleDataRule.class,
            "travel-rule-data",
            Reach.PRIVATE,
            Collections.emptyList(),
            "If a transfer goes from or to a custodian and both sides are not with the same"
                    + " one, then the name of everybody who disposes is attested together with a"
                    + " residence, a legal entity identifier or a date of birth, and the name of"
                    + " everybody who acquires. A key that is not a member's own is with that member as"
                    + " its custodian, which authorities see themselves; a member holds for itself"
                    + " unless their record of it names a custodian. What is required is that the data"
                    + " are known to the authority: they are not handed from custodian to custodian."
                    + " Issues and redemptions are not judged. For an exemption of small amounts stands"
                    + " `when (quantity-at-least (…))` around it.",
            Arrays.asList(
                    "FATF Recommendation 16 and its interpretive note",
                    "Regulation (EU) 2023/1113 article 14(1): of the originator the name, the address"
                            + " on the ledger and the account number, the address with its country, official"
                            + " document number and customer number or else date and place of birth, and the"
                            + " LEI besides if it has one; article 14(2): of the beneficiary name, address on"
                            + " the ledger, account number and LEI. The rule asks for the part of it that"
                            + " claims carry",
                    "31 CFR 1010.410(f): name and address of who sends, from 3,000 dollars on"),
            Collections.singletonList(
                    "Two clients of one custodian need no data; of a client who sends to another custodian "
                            + "without an address, an identifier or a date of birth, the transfer is refused."));

    private static final List<String> WHEREABOUTS = Collections.unmodifiableList(
            Arrays.asList(HolderClaims.RESIDENCE, HolderClaims.LEI, HolderClaims.BIRTH_DATE));

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.emptyList();
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        if (facts.getOperation() != Operation.TRANSFER) {
            return notApplicable("Only transfers are judged.");
        }
        NetMovement movement = facts.getMovement();
        Set<String> custodians = new TreeSet<>();
        for (PublicKey dealer : movement.getDealers()) {
            Optional<HolderClaims> claims = facts.claimsOf(dealer);
            if (!claims.isPresent()) {
                return undecided("What is attested of the holders is not known here.");
            }
            custodians.add(claims.get().text(HolderClaims.CUSTODIAN).orElse(""));
        }
        if (custodians.size() < 2) {
            return notApplicable("The transfer is not between custodians.");
        }
        for (PublicKey disposer : movement.getDisposers()) {
            HolderClaims sender = facts.claimsOf(disposer).orElseGet(HolderClaims::none);
            boolean found =
                    WHEREABOUTS.stream().anyMatch(claim -> sender.text(claim).isPresent());
            if (!sender.text(HolderClaims.LEGAL_NAME).isPresent() || !found) {
                return notMet("ORIGINATOR_UNKNOWN", "The data of who sends are not complete.");
            }
        }
        for (PublicKey acquirer : movement.getAcquirers()) {
            HolderClaims receiver = facts.claimsOf(acquirer).orElseGet(HolderClaims::none);
            if (!receiver.text(HolderClaims.LEGAL_NAME).isPresent()) {
                return notMet("BENEFICIARY_UNKNOWN", "The name of who receives is not attested.");
            }
        }
        return met("The data of who sends and who receives are complete.");
    }
}
