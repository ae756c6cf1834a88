package org.countersign.workflows.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.countersign.contracts.Rules;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.workflows.identity.claim.ClaimTexts;
import org.countersign.workflows.identity.sdjwt.DidKey;
import org.countersign.workflows.identity.sdjwt.DocumentSigner;
import org.countersign.workflows.identity.sdjwt.MalformedException;
import org.countersign.workflows.identity.sdjwt.SdJwt;

/**
 * A credential as a document: an SD-JWT verifiable credential (IETF SD-JWT VC) of one {@link ClaimKind}.
 *
 * <p>Everybody to whom it is shown sees who issued it to which key, its kind, its time, its place in a status list and
 * what the provider calls its subject: a holder who could withhold that would count as another person with every key.
 * What it claims is shown claim by claim. The issuer is a {@code did:key}, so that a document that names one issuer and
 * is signed by another is not signed at all.
 */
public final class CredentialDocument {
    /** The media type of credentials without {@code application/}. */
    public static final String TYPE = "dc+sd-jwt";

    private static final String KIND = "urn:countersign:credential:";
    private static final String LIST = "urn:countersign:status-list:";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String SUBJECT = "sub";
    private static final int LONGEST_SUBJECT = 100;
    private static final BigInteger LATEST = BigInteger.valueOf(253_402_300_799L);

    // Not the parsed document: flows keep credentials in their checkpoints.
    private final String compact;
    private final String id;
    private final ClaimKind kind;
    private final PublicKey issuer;
    private final PublicKey holder;
    private final Instant issuedAt;
    private final Instant expiresAt;
    private final String statusList;
    private final int statusIndex;
    private final String subject;
    private final Map<String, String> values;

    private CredentialDocument(SdJwt document) throws MalformedException {
        JsonNode payload = document.getPayload();
        this.compact = document.compact();
        this.id = document.signedDigest().toString();
        this.kind = kind(payload.path("vct").asText());
        this.issuer = DidKey.key(payload.path("iss").asText());
        this.holder = document.holderKey();
        this.issuedAt = instant(payload, "iat");
        this.expiresAt = instant(payload, "exp");
        JsonNode status = payload.path("status").path("status_list");
        this.statusList = list(status.path("uri").asText());
        this.statusIndex = index(status.path("idx"));
        this.subject = payload.path(SUBJECT).asText("");
        this.values = values(payload, kind);
        if (!issuedAt.isBefore(expiresAt)) {
            throw new MalformedException("The credential expires before it was issued.");
        }
        if (!subject.isEmpty() && !Rules.isReadable(subject, LONGEST_SUBJECT)) {
            throw new MalformedException("The credential's subject is not readable.");
        }
    }

    /**
     * Reads a credential, also one of which nothing is disclosed. Whether its issuer has signed it is said by
     * {@link #isSignedByIssuer()}.
     *
     * @param compact the document
     * @return the credential
     * @throws MalformedException if it is no document of this network's kinds
     */
    public static CredentialDocument read(String compact) throws MalformedException {
        return new CredentialDocument(SdJwt.read(compact));
    }

    /**
     * Makes and signs a credential.
     *
     * @param content what it says
     * @param provider signs with the provider's key
     * @param random for the salts; must not be predictable
     * @return the credential with everything disclosed
     * @throws MalformedException if a key is of a kind that documents are not signed with
     * @throws IllegalArgumentException if the claims are not of the kind or not written as they must be
     */
    public static CredentialDocument issue(CredentialContent content, DocumentSigner provider, Random random)
            throws MalformedException {
        ClaimTexts.check(content.getKind(), content.getValues());
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("idx", content.getStatusIndex());
        status.put("uri", LIST + content.getStatusList());
        Map<String, Object> open = new LinkedHashMap<>();
        open.put("iss", DidKey.of(provider.key()));
        open.put("iat", content.getIssuedAt().getEpochSecond());
        open.put("exp", content.getExpiresAt().getEpochSecond());
        open.put("vct", name(content.getKind()));
        open.put("status", Collections.singletonMap("status_list", status));
        if (!content.getSubject().isEmpty()) {
            open.put(SUBJECT, content.getSubject());
        }
        Map<String, Object> hidden = new LinkedHashMap<>();
        content.getValues().forEach((claim, text) -> hidden.put(claim, ClaimJson.of(claim, text)));
        return new CredentialDocument(SdJwt.issue(TYPE, open, content.getHolder(), hidden, provider, random));
    }

    private static String name(ClaimKind kind) {
        return KIND + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ClaimKind kind(String type) throws MalformedException {
        for (ClaimKind kind : ClaimKind.values()) {
            if (name(kind).equals(type)) {
                return kind;
            }
        }
        throw new MalformedException("The document is no credential of a kind that is known here.");
    }

    private static Instant instant(JsonNode payload, String claim) throws MalformedException {
        JsonNode seconds = payload.path(claim);
        if (!seconds.isIntegralNumber()
                || seconds.bigIntegerValue().signum() < 0
                || seconds.bigIntegerValue().compareTo(LATEST) > 0) {
            throw new MalformedException("The credential has no " + claim + " in seconds since 1970.");
        }
        return Instant.ofEpochSecond(seconds.asLong());
    }

    private static String list(String uri) throws MalformedException {
        if (!uri.startsWith(LIST)
                || !DIGEST.matcher(uri.substring(LIST.length())).matches()) {
            throw new MalformedException("The credential names no status list of this network.");
        }
        return uri.substring(LIST.length());
    }

    private static int index(JsonNode index) throws MalformedException {
        if (!index.canConvertToInt() || !index.isIntegralNumber() || index.asInt() < 0) {
            throw new MalformedException("The credential has no place in its status list.");
        }
        return index.asInt();
    }

    private static Map<String, String> values(JsonNode payload, ClaimKind kind) throws MalformedException {
        Map<String, String> values = new TreeMap<>();
        for (String claim : kind.getClaims()) {
            if (payload.has(claim)) {
                values.put(claim, ClaimJson.text(claim, payload.get(claim)));
            }
        }
        if (!values.isEmpty()) {
            try {
                ClaimTexts.check(kind, values);
            } catch (IllegalArgumentException malformed) {
                throw new MalformedException(malformed.getMessage());
            }
        }
        return values;
    }

    /** Whether the key that it names as its issuer has signed it. */
    public boolean isSignedByIssuer() throws MalformedException {
        return document().isSigned(TYPE, issuer);
    }

    /** A digest that names the credential, the same whatever is disclosed of it; hexadecimal. */
    public String id() {
        return id;
    }

    /** The document as text. */
    public String getCompact() {
        return compact;
    }

    /** The document itself. */
    public SdJwt document() throws MalformedException {
        return SdJwt.read(compact);
    }

    /** What it is about. */
    public ClaimKind getKind() {
        return kind;
    }

    /** The key that it names as its issuer. */
    public PublicKey getIssuer() {
        return issuer;
    }

    /** The key that it was issued to. */
    public PublicKey getHolder() {
        return holder;
    }

    /** Since when. */
    public Instant getIssuedAt() {
        return issuedAt;
    }

    /** Until when, exclusive. */
    public Instant getExpiresAt() {
        return expiresAt;
    }

    /** The digest that identifies its status list, see {@code CredentialStatusListState}. */
    public String getStatusList() {
        return statusList;
    }

    /** Its place in the status list. */
    public int getStatusIndex() {
        return statusIndex;
    }

    /** What the provider calls the holder; empty if it calls it nothing, or another system lets that be hidden. */
    public String getSubject() {
        return subject;
    }

    /** What is disclosed of its claims, as texts. */
    public Map<String, String> getValues() {
        return Collections.unmodifiableMap(values);
    }
}
