package org.countersign.contracts.identity;

import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.IDENTITY_TERMS;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.NOW;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class TrustedProvidersContractTest extends LedgerTest {
    private static final CommitteeState DECIDES = IDENTITY.getState().getData();
    private static final UniqueIdentifier COMMITTEE = DECIDES.getLinearId();
    private static final PublicKey QUORUM = DECIDES.attestationKey();
    private static final AcceptedProvider A = new AcceptedProvider(DEALER_A, Arrays.asList(ClaimKind.values()));
    private static final AcceptedProvider B = new AcceptedProvider(DEALER_B, Arrays.asList(ClaimKind.KYC));
    private static final TrustedProvidersState FIRST =
            TrustedProvidersState.established(DECIDES, Collections.singletonList(A));

    private static Draft establish(TrustedProvidersState list) {
        return new Draft()
                .reference(IDENTITY)
                .output(list)
                .command(new TrustedProvidersCommand.Establish(), QUORUM)
                .window(WINDOW);
    }

    private static Draft amend(TrustedProvidersState before, TrustedProvidersState after) {
        return new Draft()
                .reference(IDENTITY)
                .input(onLedger(before))
                .output(after)
                .command(new TrustedProvidersCommand.Amend(), QUORUM)
                .window(WINDOW);
    }

    private static Draft accepting(AcceptedProvider... providers) {
        return amend(FIRST, FIRST.amended(DECIDES, Arrays.asList(providers)));
    }

    @Test
    void whatAQuorumDecidesIsAccepted() {
        accepted(establish(FIRST));
        accepted(accepting(A, B));
        accepted(accepting());
    }

    @Breaks(TrustedProvidersContract.ONE_COMMAND)
    void otherCommandsAreRefused() {
        refused(
                TrustedProvidersContract.ONE_COMMAND,
                establish(FIRST).withoutCommands(any -> true).command(new CommitteeCommand.Form(), QUORUM));
        refused(
                TrustedProvidersContract.ONE_COMMAND,
                establish(FIRST).command(new TrustedProvidersCommand.Amend(), QUORUM));
    }

    @Breaks(TrustedProvidersContract.ESTABLISH_SHAPE)
    void establishingMoreOrLessThanOneListIsRefused() {
        refused(TrustedProvidersContract.ESTABLISH_SHAPE, establish(FIRST).output(FIRST));
        refused(TrustedProvidersContract.ESTABLISH_SHAPE, establish(FIRST).output(new AnythingGoes.Trinket()));
        refused(TrustedProvidersContract.ESTABLISH_SHAPE, establish(FIRST).input(onLedger(FIRST)));
    }

    @Breaks(TrustedProvidersContract.AMEND_SHAPE)
    void amendingMoreOrLessThanOneListIsRefused() {
        refused(TrustedProvidersContract.AMEND_SHAPE, accepting(A, B).output(FIRST));
        refused(TrustedProvidersContract.AMEND_SHAPE, accepting(A, B).withoutOutputs());
        refused(
                TrustedProvidersContract.AMEND_SHAPE,
                accepting(A, B).input(onLedger(FIRST.amended(DECIDES, Arrays.asList(B)))));
        refused(TrustedProvidersContract.AMEND_SHAPE, accepting(A, B).output(new AnythingGoes.Trinket()));
    }

    @Breaks(TrustedProvidersContract.SELF_CERTIFYING)
    void anotherIdentifierIsRefused() {
        UniqueIdentifier other =
                TrustedProvidersState.foundingId(REGISTRARS.getState().getData().getLinearId());
        refused(
                TrustedProvidersContract.SELF_CERTIFYING,
                establish(new TrustedProvidersState(other, COMMITTEE, QUORUM, Arrays.asList(A), 1)));
    }

    @Breaks(TrustedProvidersContract.FIRST_VERSION)
    void anotherFirstVersionIsRefused() {
        for (int version : new int[] {0, 2, Integer.MIN_VALUE}) {
            refused(
                    TrustedProvidersContract.FIRST_VERSION,
                    establish(new TrustedProvidersState(
                            FIRST.getLinearId(), COMMITTEE, QUORUM, Arrays.asList(A), version)));
        }
    }

    @Breaks(TrustedProvidersContract.SAME_LIST)
    void anotherListIsRefused() {
        UniqueIdentifier registrars = REGISTRARS.getState().getData().getLinearId();
        List<AcceptedProvider> providers = Arrays.asList(A, B);
        refused(
                TrustedProvidersContract.SAME_LIST,
                amend(FIRST, new TrustedProvidersState(FIRST.getLinearId(), registrars, QUORUM, providers, 2)));
        refused(
                TrustedProvidersContract.SAME_LIST,
                amend(
                        FIRST,
                        new TrustedProvidersState(
                                TrustedProvidersState.foundingId(registrars), COMMITTEE, QUORUM, providers, 2)));
    }

    @Breaks(TrustedProvidersContract.NEXT_VERSION)
    void anotherVersionThanTheNextIsRefused() {
        for (int version : new int[] {0, 1, 3, Integer.MIN_VALUE}) {
            refused(
                    TrustedProvidersContract.NEXT_VERSION,
                    amend(
                            FIRST,
                            new TrustedProvidersState(
                                    FIRST.getLinearId(), COMMITTEE, QUORUM, Arrays.asList(B), version)));
        }
    }

    @Breaks(TrustedProvidersContract.COMMITTEE_DECIDES)
    void anotherCommitteeOrNoneIsRefused() {
        refused(TrustedProvidersContract.COMMITTEE_DECIDES, establish(FIRST).withoutReference(IDENTITY));
        refused(TrustedProvidersContract.COMMITTEE_DECIDES, establish(FIRST).reference(REGISTRARS));
        refused(
                TrustedProvidersContract.COMMITTEE_DECIDES,
                establish(FIRST).withoutReference(IDENTITY).reference(REGISTRARS));
        refused(
                TrustedProvidersContract.COMMITTEE_DECIDES,
                establish(FIRST)
                        .withoutReference(IDENTITY)
                        .reference(onLedger(CommitteeState.founded("another", Aspect.IDENTITY, IDENTITY_TERMS))));
        refused(
                TrustedProvidersContract.COMMITTEE_DECIDES,
                establish(TrustedProvidersState.established(
                                REGISTRARS.getState().getData(), Arrays.asList(A)))
                        .withoutReference(IDENTITY)
                        .reference(REGISTRARS));
    }

    @Breaks(TrustedProvidersContract.QUORUM_SIGNS)
    void whoIsNotTheQuorumDecidesNothing() {
        for (List<PublicKey> signers : Arrays.asList(
                Arrays.asList(key(MALLORY)),
                Arrays.asList(QUORUM, key(MALLORY)),
                Arrays.asList(IDENTITY_TERMS.getMembers().get(0).getAttestationKey()))) {
            refused(
                    TrustedProvidersContract.QUORUM_SIGNS,
                    accepting(A, B)
                            .changeCommands(
                                    TrustedProvidersCommand.class,
                                    command -> new Command<>(command.getValue(), signers)));
        }
        refused(
                TrustedProvidersContract.QUORUM_SIGNS,
                establish(new TrustedProvidersState(
                        FIRST.getLinearId(), COMMITTEE, key(MALLORY), Collections.singletonList(A), 1)));
    }

    @Breaks(TrustedProvidersContract.SHORT_WINDOW)
    void aDecisionThatCanBeKeptForLaterIsRefused() {
        refused(TrustedProvidersContract.SHORT_WINDOW, establish(FIRST).window(null));
        refused(TrustedProvidersContract.SHORT_WINDOW, establish(FIRST).window(TimeWindow.fromOnly(NOW)));
        refused(TrustedProvidersContract.SHORT_WINDOW, establish(FIRST).window(TimeWindow.untilOnly(NOW)));
        refused(
                TrustedProvidersContract.SHORT_WINDOW,
                establish(FIRST).window(TimeWindow.between(NOW, NOW.plusSeconds(301))));
        accepted(establish(FIRST).window(TimeWindow.between(NOW, NOW.plusSeconds(300))));
    }

    @Breaks(TrustedProvidersContract.DISTINCT_PROVIDERS)
    void aProviderUnderTwoNamesOrKeysIsRefused() {
        refused(TrustedProvidersContract.DISTINCT_PROVIDERS, accepting(A, B, A));
        refused(
                TrustedProvidersContract.DISTINCT_PROVIDERS,
                accepting(A, new AcceptedProvider(new Party(DEALER_A.getName(), key(MALLORY)), A.getKinds())));
        refused(
                TrustedProvidersContract.DISTINCT_PROVIDERS,
                accepting(A, new AcceptedProvider(new Party(MALLORY.getName(), key(DEALER_A)), A.getKinds())));
    }

    @Breaks(TrustedProvidersContract.DISTINCT_PROVIDERS)
    void aProviderWhosePersonsWouldBeTakenForAnothersIsRefused() {
        accepted(accepting(A, named("Dealer AB", "Paris", "FR")));
        refused(TrustedProvidersContract.DISTINCT_PROVIDERS, accepting(A, named("Dealer A", "Paris", "FR")));
        refused(TrustedProvidersContract.DISTINCT_PROVIDERS, accepting(A, named("Dealer A/B", "Paris", "FR")));
    }

    private static AcceptedProvider named(String organisation, String locality, String country) {
        return new AcceptedProvider(
                new Party(new CordaX500Name(organisation, locality, country), key(MALLORY)), A.getKinds());
    }

    @Breaks(TrustedProvidersContract.KINDS_NAMED)
    void aProviderForNothingOrTwiceForOneThingIsRefused() {
        refused(
                TrustedProvidersContract.KINDS_NAMED,
                accepting(new AcceptedProvider(DEALER_A, Collections.emptyList())));
        refused(
                TrustedProvidersContract.KINDS_NAMED,
                accepting(new AcceptedProvider(DEALER_A, Arrays.asList(ClaimKind.KYC, ClaimKind.KYC))));
    }
}
