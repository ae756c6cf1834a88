package org.countersign.client.cli.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;

/** What happens on the network, from the registration of a security to the export of a proof. */
final class Story {
    private static final BigDecimal ISSUED = new BigDecimal("1000");
    private static final BigDecimal SOLD = new BigDecimal("100");
    private static final BigDecimal PRICE = new BigDecimal("1000.00");
    private static final BigDecimal GIVEN = new BigDecimal("10");
    private static final BigDecimal TOO_MUCH = new BigDecimal("200");
    private static final BigDecimal BARRED = new BigDecimal("501");
    private static final int QUORUM = 2;
    private static final String PROVIDER = "custodian-3";
    private static final String[] ASPECTS = {"IDENTITY", "COMPLIANCE", "RISK", "OWNERSHIP"};

    private final Stage stage;
    private final Member seller;
    private final Member buyer;
    private final String symbol;
    private final DemoSource source;
    private String trade = "";
    private String credential = "";

    /**
     * Prepares the story.
     *
     * @param stage where it is told
     * @param network on which network
     * @param template the source of the security that it is about
     */
    Story(Stage stage, Network network, Path template) {
        this.stage = stage;
        this.seller = network.member("dealer-a");
        this.buyer = network.member("dealer-b");
        this.symbol = freeSymbol(stage);
        this.source = DemoSource.of(template, symbol, network.directory());
    }

    /** The security's symbol: ACME, or with a number if the ledger has an ACME from before. */
    String symbol() {
        return symbol;
    }

    /**
     * Tells the story.
     *
     * @param proof the file that the proof of the buyer's holding is written to
     */
    void tell(Path proof) {
        register();
        issue();
        refuseByRule();
        refuseStranger();
        vouch();
        settle();
        observe();
        refuseConcentration();
        freeze();
        revoke();
        stage.chapter("The buyer exports an ownership proof of what it bought.");
        stage.perform("proof", "export", trade, "-o", proof.toString(), "--as", buyer.id())
                .done();
    }

    private void register() {
        stage.chapter("An issuer registers a security from one readable file.");
        stage.tell("The file says what the security is, who may deal in it, and who has to attest. The issuer's node"
                + " compiles it. Each registrar compiles it again and signs only if it comes to the same bytes."
                + " From now on every node judges by these rules, and nobody installs anything.");
        stage.show(source.lines());
        stage.perform("security", "propose", source.file().toString(), "--as", "issuer-bank")
                .attestedBy(QUORUM, "OWNERSHIP");
        stage.perform("security", "show", symbol, "--as", seller.id()).done();
    }

    private void issue() {
        stage.chapter("It issues units to a dealer, and a bank issues cash to another.");
        stage.tell(
                "Each committee checks its side of the transaction: is the holder admitted, may it hold in its country,"
                        + " does it stay within its limits. Registrars check the whole, enter it into their books, and"
                        + " have it notarised. Two of three are enough on each committee.");
        stage.perform("issue", symbol, text(ISSUED), "--to", seller.id(), "--as", "issuer-bank")
                .attestedBy(QUORUM, ASPECTS);
        stage.perform("cash", "issue", "5000.00 GBP", "--to", buyer.id(), "--as", "issuer-bank")
                .done();
        stage.performOnce(held -> held.holds(seller, symbol, ISSUED), "holdings", "--as", seller.id());
    }

    private void refuseByRule() {
        stage.chapter("What the file bars, the ledger itself refuses.");
        stage.tell("No more than 500 units may go to one acquirer at a time. No authority is asked for that.");
        stage.perform("transfer", symbol, text(BARRED), "--to", buyer.id(), "--as", seller.id())
                .refused(FailureCode.REFUSED, "maximum-transfer");
    }

    private void refuseStranger() {
        stage.chapter("A transfer to somebody who is not admitted is refused.");
        stage.tell(
                "The regulator runs a node like everybody else, but nobody has admitted it as a holder. Each identity "
                        + "authority says so, and nothing moves.");
        stage.perform("transfer", symbol, text(SOLD), "--to", "regulator", "--as", seller.id())
                .refused(FailureCode.REFUSED, "Regulator");
        stage.performOnce(held -> held.holds(seller, symbol, ISSUED), "holdings", "--as", seller.id());
    }

    private void vouch() {
        stage.chapter("A provider vouches that the buyer is a professional investor.");
        stage.tell(
                "The authorities have the seller on record themselves. Of the buyer they believe what a provider says"
                        + " whom their committee has accepted, here a custodian. The credential goes to the buyer's"
                        + " node, which shows it to the authorities for one transaction at a time.");
        credential = stage.perform(
                        "identity",
                        "issue",
                        "--to",
                        buyer.id(),
                        "--kind",
                        "INVESTOR_CATEGORY",
                        "--claim",
                        "investor_categories=PROFESSIONAL",
                        "--claim",
                        "investor_rule_professional=Directive 2014/65/EU annex II section I",
                        "--subject",
                        "customer 7",
                        "--days",
                        "365",
                        "--as",
                        PROVIDER)
                .shows("status", "VALID")
                .field("credential")
                .toString();
    }

    private void settle() {
        stage.chapter("A trade settles: units against cash, in one transaction.");
        stage.tell("Nobody can draw on the buyer's cash: until the buyer affirms the trade, its node refuses to pay.");
        String[] settlement = {
            "transfer", symbol, text(SOLD), "--to", buyer.id(), "--against", text(PRICE) + " GBP", "--as", seller.id()
        };
        stage.perform(settlement).refused(FailureCode.REFUSED, "affirmed");
        BigDecimal sellerCash = stage.aside("holdings", "--as", seller.id()).held(seller, "GBP");
        BigDecimal buyerCash = stage.aside("holdings", "--as", buyer.id()).held(buyer, "GBP");
        stage.perform(
                        "affirm",
                        symbol,
                        text(SOLD),
                        "--from",
                        seller.id(),
                        "--against",
                        text(PRICE) + " GBP",
                        "--as",
                        buyer.id())
                .done();
        trade = stage.perform(settlement).attestedBy(QUORUM, ASPECTS).transaction();
        stage.performOnce(
                held -> held.holds(seller, symbol, ISSUED.subtract(SOLD)).holds(seller, "GBP", sellerCash.add(PRICE)),
                "holdings",
                "--as",
                seller.id());
        stage.performOnce(
                held -> held.holds(buyer, symbol, SOLD).holds(buyer, "GBP", buyerCash.subtract(PRICE)),
                "holdings",
                "--as",
                buyer.id());
    }

    private void refuseConcentration() {
        stage.chapter("A transfer that would give one holder too much of a security is refused.");
        stage.tell(
                "Nobody but the lead manager may hold more than a quarter of what is in issue. Authorities for risk ask"
                        + " the registrars what the buyer holds, and not the seller.");
        stage.performWhenFree("transfer", symbol, text(TOO_MUCH), "--to", buyer.id(), "--as", seller.id())
                .refused(FailureCode.REFUSED, "would exceed its limit");
        stage.performOnce(held -> held.holds(buyer, symbol, SOLD), "holdings", "--as", buyer.id());
    }

    private void observe() {
        stage.chapter("The regulator has seen it. A bystander has not.");
        stage.tell("The registrars hand every transaction to the regulator, so the parties cannot leave it out.");
        stage.performOnce(Act::done, "tx", "show", trade, "--as", "regulator");
        stage.performOnce(
                held -> held.holds(seller, symbol, ISSUED.subtract(SOLD)).holds(buyer, symbol, SOLD),
                "holdings",
                "--observed",
                "--as",
                "regulator");
        stage.tell("The issuing bank was no party to the trade, and a custodian holds nothing of it.");
        stage.perform("tx", "show", trade, "--as", "issuer-bank").refused(FailureCode.REFUSED);
        stage.perform("holdings", "--as", "custodian-1").holdsNothing();
    }

    private void freeze() {
        stage.chapter("A registrar freezes the security, and lifts the freeze.");
        stage.perform(ordered("freeze", "12/2026")).attestedBy(QUORUM, "OWNERSHIP");
        // The registrars tell the holders; a transfer that has not heard of it would be refused for being out of date.
        stage.performOnce(shown -> shown.shows("status", "FROZEN"), "security", "show", symbol, "--as", seller.id());
        String[] gift = {"transfer", symbol, text(GIVEN), "--to", buyer.id(), "--as", seller.id()};
        stage.performWhenFree(gift).refused(FailureCode.REFUSED, "active");
        stage.perform(ordered("unfreeze", "13/2026")).attestedBy(QUORUM, "OWNERSHIP");
        stage.performOnce(shown -> shown.shows("status", "ACTIVE"), "security", "show", symbol, "--as", seller.id());
        stage.performWhenFree(gift).attestedBy(QUORUM, ASPECTS);
        stage.performOnce(held -> held.holds(buyer, symbol, SOLD.add(GIVEN)), "holdings", "--as", buyer.id());
    }

    // The document is named by a hash; here it is that of the reference, for want of a court.
    private String[] ordered(String change, String reference) {
        return new String[] {
            "security",
            change,
            symbol,
            "--reason",
            "COURT_ORDER",
            "--ordered-by",
            "High Court",
            "--reference",
            reference,
            "--document",
            SecureHash.sha256(reference).toString(),
            "--as",
            "authority-1"
        };
    }

    private void revoke() {
        stage.chapter("The provider revokes the credential, and the buyer acquires nothing more.");
        stage.tell(
                "What it has it keeps, and may sell: that is what the file says, which asks for the category of whoever"
                        + " acquires. Another file could keep it from selling as well.");
        stage.perform("identity", "revoke", credential, "--as", PROVIDER).shows("status", "REVOKED");
        stage.performWhenFree("transfer", symbol, text(GIVEN), "--to", buyer.id(), "--as", seller.id())
                .refused(FailureCode.REFUSED, "investor-category");
        stage.performOnce(held -> held.holds(buyer, symbol, SOLD.add(GIVEN)), "holdings", "--as", buyer.id());
    }

    private static String freeSymbol(Stage stage) {
        Set<Object> taken = new HashSet<>();
        for (Object security :
                (List<?>) stage.aside("security", "list", "--as", "authority-1").field("securities")) {
            taken.add(((Map<?, ?>) security).get("symbol"));
        }
        int number = 1;
        while (taken.contains(number == 1 ? "ACME" : "ACME-" + number)) {
            number++;
        }
        return number == 1 ? "ACME" : "ACME-" + number;
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
