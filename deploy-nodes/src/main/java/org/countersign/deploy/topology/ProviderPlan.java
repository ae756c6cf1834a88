package org.countersign.deploy.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.countersign.contracts.identity.ClaimKind;

/** A provider whose credentials a committee for IDENTITY is to accept when the network first comes up. */
public final class ProviderPlan {
    private final String memberId;
    private final List<ClaimKind> kinds;

    ProviderPlan(String memberId, List<ClaimKind> kinds) {
        this.memberId = Objects.requireNonNull(memberId, "memberId");
        this.kinds = Collections.unmodifiableList(new ArrayList<>(kinds));
    }

    /** Who issues the credentials. */
    public String getMemberId() {
        return memberId;
    }

    /** What it is believed about, each once. */
    public List<ClaimKind> getKinds() {
        return kinds;
    }
}
