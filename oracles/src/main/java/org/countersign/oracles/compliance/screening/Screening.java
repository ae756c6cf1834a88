package org.countersign.oracles.compliance.screening;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Screening as an authority has set it up: its lists, from which score on a likeness is a hit, and which likenesses it
 * has looked at and cleared.
 *
 * <p>Settings: {@code lists} ({@code name}, {@code format}, {@code leastEntries} and the files), {@code threshold},
 * {@code listsMayBeDaysOld}, {@code largestMegabytes}, {@code rescreenEverySeconds}, {@code cleared} ({@code list},
 * {@code entry}, {@code person}, {@code born}, {@code reason}). docs/reference/screening.md has them all.
 */
public final class Screening {
    private static final Logger LOGGER = LoggerFactory.getLogger(Screening.class);
    private static final int MOST_TOLD = 50;
    private static final int USUAL_THRESHOLD = 85;
    private static final int LEAST_THRESHOLD = 50;
    private static final int HIGHEST_THRESHOLD = 100;
    private static final int USUAL_MEGABYTES = 256;
    private static final int MOST_MEGABYTES = 2_000;
    private static final int MOST_ENTRIES = 999_999;
    private static final int MOST_DAYS = 36_500;
    private static final int NEVER = 0;
    private static final int USUAL_SECONDS = 60;
    private static final int MOST_SECONDS = 86_400;

    private final List<ListSource> sources = new ArrayList<>();
    private final List<Clearance> clearances = new ArrayList<>();
    private final int threshold;
    private final int daysOld;
    private final Duration rescreenEvery;
    private ScreeningIndex index;

    /**
     * Takes the settings; no list is read yet.
     *
     * @param section where they stand
     * @throws CheckConfigurationException if one is missing or wrong
     */
    public Screening(CheckConfiguration section) throws CheckConfigurationException {
        this.threshold = number(section, "threshold", USUAL_THRESHOLD, LEAST_THRESHOLD, HIGHEST_THRESHOLD);
        this.daysOld = number(section, "listsMayBeDaysOld", NEVER, 1, MOST_DAYS);
        this.rescreenEvery =
                Duration.ofSeconds(number(section, "rescreenEverySeconds", USUAL_SECONDS, 1, MOST_SECONDS));
        long largest = (long) number(section, "largestMegabytes", USUAL_MEGABYTES, 1, MOST_MEGABYTES) << 20;
        Set<String> names = new LinkedHashSet<>();
        for (CheckConfiguration list : section.sections("lists")) {
            ListSource source = source(list, largest);
            if (!names.add(source.getName())) {
                throw list.wrong("name", "is that of another list too.", "Give each list a name of its own.");
            }
            sources.add(source);
        }
        if (sources.isEmpty()) {
            throw section.wrong("lists", "names no list.", "Give at least one, with name, format and file.");
        }
        for (CheckConfiguration clearance : section.sections("cleared")) {
            clearances.add(new Clearance(clearance, names));
        }
    }

    private static int number(CheckConfiguration section, String setting, int usual, int least, int most)
            throws CheckConfigurationException {
        if (!section.has(setting)) {
            return usual;
        }
        String text = section.text(setting);
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw section.wrong(setting, "is '" + text + "'.", "Give a whole number, " + least + " to " + most + ".");
    }

    private static ListSource source(CheckConfiguration list, long largest) throws CheckConfigurationException {
        String label = list.text("format");
        ListFormat format = ListFormat.of(label).orElse(null);
        if (format == null) {
            List<String> labels = new ArrayList<>();
            Arrays.stream(ListFormat.values()).forEach(known -> labels.add(known.getLabel()));
            throw list.wrong("format", "is '" + label + "'.", "Give one of " + String.join(", ", labels) + ".");
        }
        List<String> known = new ArrayList<>(Arrays.asList("name", "format"));
        known.add("leastEntries");
        known.addAll(format.getFiles());
        list.requireOnly(known.toArray(new String[0]));
        List<Path> paths = new ArrayList<>();
        for (String file : format.getFiles()) {
            try {
                paths.add(Paths.get(list.text(file)));
            } catch (InvalidPathException wrong) {
                throw list.wrong(file, "is no path: " + wrong.getMessage(), "Give the path of a file.");
            }
        }
        int least = number(list, "leastEntries", 1, 1, MOST_ENTRIES);
        return new ListSource(list.text("name"), format, paths, largest, least);
    }

    /** The names of the settings, for the sections that they are part of. */
    public static List<String> settings() {
        return Arrays.asList(
                "lists", "threshold", "listsMayBeDaysOld", "largestMegabytes", "rescreenEverySeconds", "cleared");
    }

    /** From which score on a likeness is a hit, 50 to 100. */
    public int getThreshold() {
        return threshold;
    }

    /** How often to look whether the lists have changed. */
    public Duration getRescreenEvery() {
        return rescreenEvery;
    }

    /**
     * The lists as their files are now.
     *
     * @param now the authority's clock
     * @return name and version of each
     * @throws DataFileException if one cannot be read, is wrong, or is too old
     */
    public List<ListVersion> versions(Instant now) throws DataFileException {
        List<ListVersion> versions = new ArrayList<>();
        ScreeningIndex current = current(now);
        for (SanctionsList list : current.getLists()) {
            versions.add(new ListVersion(
                    list.getName(),
                    list.version(),
                    list.getEntries().size(),
                    current.unmatched(list).size()));
        }
        return versions;
    }

    /**
     * Looks a person up in all lists.
     *
     * @param person who
     * @param now the authority's clock
     * @return the outcome, with likenesses that are no hits because of what else is known, or were cleared
     * @throws DataFileException if a list cannot be read, is wrong, or is too old: then nobody is clear
     */
    public ScreeningResult screen(ScreenedPerson person, Instant now) throws DataFileException {
        List<ScreeningHit> likenesses = new ArrayList<>();
        for (ScreeningHit hit : current(now).find(person, threshold)) {
            ScreeningHit judged = hit;
            for (Clearance clearance : clearances) {
                if (clearance.isFor(person, hit)) {
                    judged = hit.cleared(clearance.reason);
                }
            }
            likenesses.add(judged);
        }
        return new ScreeningResult(person, likenesses, threshold);
    }

    private synchronized ScreeningIndex current(Instant now) throws DataFileException {
        List<SanctionsList> lists = new ArrayList<>();
        for (ListSource source : sources) {
            SanctionsList list = source.read();
            LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
            if (daysOld != NEVER && list.getDate().plusDays(daysOld).isBefore(today)) {
                throw source.tooOld(list, daysOld);
            }
            lists.add(list);
        }
        if (index == null || !index.getLists().equals(lists)) {
            // Two of them at once may not fit into memory.
            index = null;
            index = new ScreeningIndex(lists);
            lists.forEach(this::tellUnmatched);
        }
        return index;
    }

    private void tellUnmatched(SanctionsList list) {
        List<String> unmatched = index.unmatched(list);
        if (!unmatched.isEmpty()) {
            LOGGER.warn(
                    "{} entries of the list {} {} can be found by nobody's name: theirs are in a script that cannot be"
                            + " written in Latin letters. Look for these by other means: {}",
                    unmatched.size(),
                    list.getName(),
                    list.version(),
                    unmatched.size() > MOST_TOLD ? unmatched.subList(0, MOST_TOLD) + " and more" : unmatched);
        }
    }

    /** That a person is not an entry. */
    private static final class Clearance {
        private final String list;
        private final String entry;
        private final List<String> person;
        // Null if it is not given.
        private final LocalDate born;
        private final String reason;

        Clearance(CheckConfiguration section, Set<String> lists) throws CheckConfigurationException {
            section.requireOnly("list", "entry", "person", "born", "reason");
            this.list = section.text("list");
            this.entry = section.text("entry");
            PlainName name = PlainName.of(section.text("person"));
            this.person = name.words();
            this.born = section.has("born") ? born(section) : null;
            this.reason = section.text("reason");
            if (!lists.contains(list)) {
                throw section.wrong("list", "is '" + list + "'.", "Give one of " + String.join(", ", lists) + ".");
            }
            if (!name.isReadable()) {
                throw section.wrong(
                        "person", "cannot be read.", "Give the name as it is attested, in a script that is compared.");
            }
            if (reason.isEmpty()) {
                throw section.wrong("reason", "is empty.", "Say who has decided so, when and on what grounds.");
            }
        }

        private static LocalDate born(CheckConfiguration section) throws CheckConfigurationException {
            try {
                return LocalDate.parse(section.text("born"));
            } catch (DateTimeParseException wrong) {
                throw section.wrong(
                        "born", "is '" + section.text("born") + "'.", "Give a date, for example \"1975-03-01\".");
            }
        }

        // The one who is on the list has the name too. Where more than it speaks for him, the name clears nobody.
        boolean isFor(ScreenedPerson screened, ScreeningHit hit) {
            return list.equals(hit.getList())
                    && entry.equals(hit.getEntryId())
                    && person.equals(PlainName.of(screened.getName()).words())
                    && hit.getBirth() != Evidence.AGREES
                    && (born == null
                            ? hit.getCountry() != Evidence.AGREES
                            : screened.getBirthDate().filter(born::equals).isPresent());
        }
    }
}
