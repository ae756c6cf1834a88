package org.countersign.contracts.governance;

import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.TestNode.keys;
import static org.countersign.contracts.TestNode.onLedger;

import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;

/** The transactions with committees that every rule is tried on: each as it should be for the terms it is given. */
public final class Committees {
    private Committees() {}

    /** A committee founded with these terms, signed by whom it takes. */
    public static Draft form(Aspect aspect, CommitteeTerms terms) {
        return form(CommitteeState.founded("uk-authorities", aspect, terms));
    }

    /** The founding of this state, signed by whom it takes. */
    public static Draft form(CommitteeState founded) {
        return new Draft()
                .output(founded)
                .command(
                        new CommitteeCommand.Form(),
                        seatKeys(founded.getTerms()).toArray(new PublicKey[0]));
    }

    /** A change from one state to another, signed by whom it takes. */
    public static Draft reform(CommitteeState before, CommitteeState after) {
        List<PublicKey> signers = seatKeys(after.getTerms());
        signers.add(before.attestationKey());
        return new Draft()
                .input(onLedger(before))
                .output(after)
                .command(new CommitteeCommand.Reform(), signers.toArray(new PublicKey[0]));
    }

    /** Terms with these seats, a threshold and five minutes. */
    static CommitteeTerms terms(int threshold, CommitteeMember... seats) {
        return new CommitteeTerms(
                Segment.WHOLE_NETWORK,
                Arrays.asList(seats),
                threshold,
                Duration.ofMinutes(5),
                Collections.singletonList(Cast.REGULATOR));
    }

    /** A seat of Authority One, Two or Three, its attestation key its own. */
    static CommitteeMember seat(int number, int weight) {
        return new CommitteeMember(authority(number), keys(400 + number).getPublic(), weight);
    }

    private static List<PublicKey> seatKeys(CommitteeTerms terms) {
        List<PublicKey> keys = new ArrayList<>();
        for (CommitteeMember member : terms.getMembers()) {
            keys.add(member.getParty().getOwningKey());
            keys.add(member.getAttestationKey());
        }
        return keys;
    }
}
