package org.countersign.language.interpret;

import java.math.BigDecimal;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.RegisterFigures;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/** A movement out of the blue, as a contract sees it or as an authority does. */
public final class MadeUpFacts implements ComplianceFacts {
    private static final List<PublicKey> KEYS = keys();
    private static final List<Operation> MOVEMENTS = Arrays.asList(
            Operation.ISSUE,
            Operation.TRANSFER,
            Operation.REDEEM,
            Operation.CORPORATE_ACTION,
            Operation.FORCE_TRANSFER,
            Operation.FORCE_REDEEM,
            Operation.RECOVER);
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final Operation operation;
    private final Instant from;
    private final List<Lot> surrendered;
    private final List<Lot> received;
    private final Map<PublicKey, HolderClaims> claims = new HashMap<>();
    private final RegisterFigures register;

    public MadeUpFacts(Random random) {
        this.operation = MOVEMENTS.get(random.nextInt(MOVEMENTS.size()));
        this.from = EPOCH.plus(Duration.ofHours(random.nextInt(10_000)));
        this.surrendered = operation == Operation.ISSUE ? Collections.emptyList() : lots(random);
        this.received = lots(random);
        if (random.nextInt(3) > 0) {
            KEYS.forEach(key -> claims.put(key, claims(random)));
        }
        this.register = random.nextInt(3) > 0 ? new Figures(random.nextInt(3_000)) : null;
    }

    private static List<PublicKey> keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            List<PublicKey> keys = new ArrayList<>();
            for (int count = 0; count < 3; count++) {
                KeyPair pair = generator.generateKeyPair();
                keys.add(pair.getPublic());
            }
            return keys;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private List<Lot> lots(Random random) {
        List<Lot> lots = new ArrayList<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            Instant acquired = from.minus(Duration.ofDays(random.nextInt(500)));
            lots.add(new Lot(
                    KEYS.get(random.nextInt(KEYS.size())),
                    BigDecimal.valueOf(1 + random.nextInt(3_000)),
                    acquired.minus(Duration.ofDays(random.nextInt(100))),
                    acquired));
        }
        return lots;
    }

    private HolderClaims claims(Random random) {
        Map<String, String> values = new HashMap<>();
        maybe(random, values, HolderClaims.RESIDENCE, "DE", "US", "US-NY", "GB");
        maybe(random, values, HolderClaims.CITIZENSHIP, "DE", "US AT", "GB");
        maybe(random, values, HolderClaims.INVESTOR_CATEGORIES, "RETAIL", "ACCREDITED PROFESSIONAL");
        maybe(random, values, HolderClaims.KYC_LEVEL, "1", "2");
        maybe(random, values, HolderClaims.KYC_CHECKED, "2025-12-01T00:00:00Z", "2026-06-01T00:00:00Z");
        maybe(random, values, HolderClaims.SANCTIONS, "clear", "hit");
        maybe(random, values, HolderClaims.POLITICALLY_EXPOSED, "true", "false");
        maybe(random, values, HolderClaims.BIRTH_DATE, "1980-02-29", "2010-01-01");
        return new HolderClaims("person " + random.nextInt(3), values);
    }

    private static void maybe(Random random, Map<String, String> values, String claim, String... choice) {
        int chosen = random.nextInt(choice.length + 1);
        if (chosen < choice.length) {
            values.put(claim, choice[chosen]);
        }
    }

    @Override
    public Operation getOperation() {
        return operation;
    }

    @Override
    public SecurityTerms getTerms() {
        return new SecurityTerms(
                "ACME", null, "ACME plc", "GBP", new BigDecimal("0.05"), BigDecimal.valueOf(1_000_000), 0);
    }

    @Override
    public Instant getFrom() {
        return from;
    }

    @Override
    public Instant getUntil() {
        return from.plus(Duration.ofMinutes(5));
    }

    @Override
    public List<Lot> getSurrendered() {
        return surrendered;
    }

    @Override
    public List<Lot> getReceived() {
        return received;
    }

    @Override
    public Optional<HolderClaims> claimsOf(PublicKey holder) {
        return Optional.ofNullable(claims.get(holder));
    }

    @Override
    public Optional<RegisterFigures> getRegister() {
        return Optional.ofNullable(register);
    }

    private final class Figures implements RegisterFigures {
        private final int size;

        private Figures(int size) {
            this.size = size;
        }

        @Override
        public BigDecimal getOutstanding() {
            return BigDecimal.valueOf(10_000L + size);
        }

        @Override
        public BigDecimal holdingOf(PublicKey holder) {
            return BigDecimal.valueOf(size);
        }

        @Override
        public int countHolders(Predicate<HolderClaims> counted) {
            return (int) claims.values().stream().filter(counted).count() * size;
        }

        @Override
        public BigDecimal heldBy(Predicate<HolderClaims> counted) {
            return BigDecimal.valueOf(claims.values().stream().filter(counted).count());
        }

        @Override
        public BigDecimal disposedOf(PublicKey holder, Instant since) {
            return BigDecimal.valueOf(size);
        }
    }
}
