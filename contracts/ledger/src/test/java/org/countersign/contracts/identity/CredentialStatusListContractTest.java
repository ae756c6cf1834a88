package org.countersign.contracts.identity;

import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.identity.StatusLists.OPENED;
import static org.countersign.contracts.identity.StatusLists.SIZE;
import static org.countersign.contracts.identity.StatusLists.open;
import static org.countersign.contracts.identity.StatusLists.reinstate;
import static org.countersign.contracts.identity.StatusLists.with;
import static org.countersign.contracts.identity.StatusLists.withdraw;

import java.util.Arrays;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class CredentialStatusListContractTest extends LedgerTest {
    private static final CredentialStatusListState SUSPENDED = with(OPENED, 7, CredentialStatus.SUSPENDED);
    private static final CredentialStatusListState REVOKED = with(OPENED, 7, CredentialStatus.REVOKED);

    private static CredentialStatusListState list(
            UniqueIdentifier id, Party provider, int number, int size, OpaqueBytes statuses, int version) {
        return new CredentialStatusListState(id, provider, number, size, statuses, version);
    }

    private static CredentialStatusListState saying(byte[] statuses) {
        return list(OPENED.getLinearId(), ISSUER, 1, SIZE, new OpaqueBytes(statuses), 2);
    }

    @Test
    void whatAProviderDoesWithItsListIsAccepted() {
        accepted(open(OPENED));
        accepted(open(CredentialStatusListState.opened(ISSUER, 2, 1_048_576)));
        accepted(withdraw(OPENED, SUSPENDED));
        accepted(withdraw(OPENED, REVOKED));
        accepted(withdraw(SUSPENDED, with(SUSPENDED, 7, CredentialStatus.REVOKED)));
        accepted(withdraw(SUSPENDED, with(SUSPENDED, SIZE - 1, CredentialStatus.REVOKED)));
        accepted(reinstate(SUSPENDED, with(SUSPENDED, 7, CredentialStatus.VALID)));
    }

    @Breaks(CredentialStatusListContract.ONE_COMMAND)
    void otherCommandsAreRefused() {
        refused(
                CredentialStatusListContract.ONE_COMMAND,
                open(OPENED).withoutCommands(any -> true).command(new CommitteeCommand.Form(), key(ISSUER)));
        refused(
                CredentialStatusListContract.ONE_COMMAND,
                withdraw(OPENED, REVOKED).command(new CredentialStatusListCommand.Reinstate(), key(ISSUER)));
    }

    @Breaks(CredentialStatusListContract.OPEN_SHAPE)
    void openingMoreOrLessThanOneListIsRefused() {
        refused(CredentialStatusListContract.OPEN_SHAPE, open(OPENED).output(OPENED));
        refused(CredentialStatusListContract.OPEN_SHAPE, open(OPENED).output(new AnythingGoes.Trinket()));
        refused(CredentialStatusListContract.OPEN_SHAPE, open(OPENED).input(onLedger(OPENED)));
    }

    @Breaks(CredentialStatusListContract.CHANGE_SHAPE)
    void changingMoreOrLessThanOneListIsRefused() {
        refused(
                CredentialStatusListContract.CHANGE_SHAPE,
                withdraw(OPENED, REVOKED).output(REVOKED));
        refused(
                CredentialStatusListContract.CHANGE_SHAPE,
                withdraw(OPENED, REVOKED).withoutOutputs());
        refused(
                CredentialStatusListContract.CHANGE_SHAPE,
                withdraw(OPENED, REVOKED).input(onLedger(CredentialStatusListState.opened(ISSUER, 2, SIZE))));
        refused(
                CredentialStatusListContract.CHANGE_SHAPE,
                withdraw(OPENED, REVOKED).output(new AnythingGoes.Trinket()));
    }

    @Breaks(CredentialStatusListContract.SELF_CERTIFYING)
    void anotherIdentifierIsRefused() {
        UniqueIdentifier other =
                CredentialStatusListState.opened(MALLORY, 1, SIZE).getLinearId();
        refused(
                CredentialStatusListContract.SELF_CERTIFYING,
                open(list(other, ISSUER, 1, SIZE, OPENED.getStatuses(), 1)));
        refused(
                CredentialStatusListContract.SELF_CERTIFYING,
                open(list(OPENED.getLinearId(), ISSUER, 2, SIZE, OPENED.getStatuses(), 1)));
    }

    @Breaks(CredentialStatusListContract.NUMBERED)
    void aListWithoutANumberIsRefused() {
        refused(CredentialStatusListContract.NUMBERED, open(CredentialStatusListState.opened(ISSUER, 0, SIZE)));
        refused(CredentialStatusListContract.NUMBERED, open(CredentialStatusListState.opened(ISSUER, -1, SIZE)));
    }

    @Breaks(CredentialStatusListContract.BOUNDED_SIZE)
    void aListTooSmallTooLargeOrUnevenIsRefused() {
        for (int size : new int[] {1_020, 1_022, 1_026, 1_048_580}) {
            refused(CredentialStatusListContract.BOUNDED_SIZE, open(CredentialStatusListState.opened(ISSUER, 1, size)));
        }
    }

    @Breaks(CredentialStatusListContract.OPENED_VALID)
    void aListThatIsOpenedAsAChangedOneIsRefused() {
        refused(
                CredentialStatusListContract.OPENED_VALID,
                open(list(OPENED.getLinearId(), ISSUER, 1, SIZE, REVOKED.getStatuses(), 1)));
        refused(
                CredentialStatusListContract.OPENED_VALID,
                open(list(OPENED.getLinearId(), ISSUER, 1, SIZE, OPENED.getStatuses(), 2)));
    }

    @Breaks(CredentialStatusListContract.PROVIDER_SIGNS)
    void anybodyElsesSignatureIsRefused() {
        refused(
                CredentialStatusListContract.PROVIDER_SIGNS,
                open(OPENED)
                        .withoutCommands(any -> true)
                        .command(new CredentialStatusListCommand.Open(), key(MALLORY)));
        refused(
                CredentialStatusListContract.PROVIDER_SIGNS,
                withdraw(OPENED, REVOKED)
                        .changeCommands(
                                CredentialStatusListCommand.class,
                                command ->
                                        new Command<>(command.getValue(), Arrays.asList(key(ISSUER), key(MALLORY)))));
        refused(
                CredentialStatusListContract.PROVIDER_SIGNS,
                withdraw(OPENED, REVOKED)
                        .changeCommands(
                                CredentialStatusListCommand.class,
                                command -> new Command<>(command.getValue(), Arrays.asList(key(MALLORY)))));
    }

    @Breaks(CredentialStatusListContract.SAME_LIST)
    void anotherListsIdentityIsRefused() {
        UniqueIdentifier id = OPENED.getLinearId();
        UniqueIdentifier other =
                CredentialStatusListState.opened(ISSUER, 2, SIZE).getLinearId();
        OpaqueBytes statuses = REVOKED.getStatuses();
        Party renamed = new Party(DEALER_A.getName(), key(ISSUER));
        refused(CredentialStatusListContract.SAME_LIST, withdraw(OPENED, list(other, ISSUER, 1, SIZE, statuses, 2)));
        refused(CredentialStatusListContract.SAME_LIST, withdraw(OPENED, list(id, MALLORY, 1, SIZE, statuses, 2)));
        refused(CredentialStatusListContract.SAME_LIST, withdraw(OPENED, list(id, renamed, 1, SIZE, statuses, 2)));
        refused(CredentialStatusListContract.SAME_LIST, withdraw(OPENED, list(id, ISSUER, 2, SIZE, statuses, 2)));
        refused(CredentialStatusListContract.SAME_LIST, withdraw(OPENED, list(id, ISSUER, 1, 2_048, statuses, 2)));
    }

    @Breaks(CredentialStatusListContract.NEXT_VERSION)
    void anotherVersionThanTheNextIsRefused() {
        for (int version : new int[] {0, 1, 3, Integer.MIN_VALUE}) {
            refused(
                    CredentialStatusListContract.NEXT_VERSION,
                    withdraw(OPENED, list(OPENED.getLinearId(), ISSUER, 1, SIZE, REVOKED.getStatuses(), version)));
        }
    }

    @Breaks(CredentialStatusListContract.WELL_FORMED)
    void bytesThatAreNoListAreRefused() {
        byte[] good = REVOKED.getStatuses().getBytes();
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        byte[] shorter = Arrays.copyOf(good, good.length - 1);
        byte[] broken = good.clone();
        broken[broken.length - 1]++;
        for (byte[] bytes : new byte[][] {
            longer,
            shorter,
            broken,
            new byte[] {1, 2, 3},
            CredentialStatuses.allValid(SIZE + 4).compressed(),
            CredentialStatuses.allValid(SIZE - 4).compressed(),
            CredentialStatuses.allValid(100_000_000).compressed(),
        }) {
            refused(CredentialStatusListContract.WELL_FORMED, withdraw(OPENED, saying(bytes)));
        }
    }

    @Breaks(CredentialStatusListContract.ONLY_WITHDRAWN)
    void aWithdrawalThatGivesBackIsRefused() {
        refused(
                CredentialStatusListContract.ONLY_WITHDRAWN,
                withdraw(REVOKED, with(REVOKED, 7, CredentialStatus.SUSPENDED)));
        refused(
                CredentialStatusListContract.ONLY_WITHDRAWN,
                withdraw(REVOKED, with(REVOKED, 7, CredentialStatus.VALID)));
        refused(
                CredentialStatusListContract.ONLY_WITHDRAWN,
                withdraw(SUSPENDED, with(SUSPENDED, 7, CredentialStatus.VALID)));
        refused(
                CredentialStatusListContract.ONLY_WITHDRAWN,
                withdraw(
                        SUSPENDED,
                        SUSPENDED.changed(
                                SUSPENDED.read().with(7, CredentialStatus.VALID).with(8, CredentialStatus.REVOKED))));
    }

    @Breaks(CredentialStatusListContract.ONLY_REINSTATED)
    void aReinstatementOfWhatIsRevokedOrThatWithdrawsIsRefused() {
        refused(
                CredentialStatusListContract.ONLY_REINSTATED,
                reinstate(REVOKED, with(REVOKED, 7, CredentialStatus.VALID)));
        refused(
                CredentialStatusListContract.ONLY_REINSTATED,
                reinstate(REVOKED, with(REVOKED, 7, CredentialStatus.SUSPENDED)));
        refused(
                CredentialStatusListContract.ONLY_REINSTATED,
                reinstate(OPENED, with(OPENED, 7, CredentialStatus.SUSPENDED)));
        refused(
                CredentialStatusListContract.ONLY_REINSTATED,
                reinstate(SUSPENDED, with(SUSPENDED, 7, CredentialStatus.REVOKED)));
    }

    @Breaks(CredentialStatusListContract.SOMETHING_CHANGES)
    void aChangeOfNothingIsRefused() {
        refused(CredentialStatusListContract.SOMETHING_CHANGES, withdraw(REVOKED, REVOKED.changed(REVOKED.read())));
        refused(CredentialStatusListContract.SOMETHING_CHANGES, reinstate(OPENED, OPENED.changed(OPENED.read())));
    }
}
