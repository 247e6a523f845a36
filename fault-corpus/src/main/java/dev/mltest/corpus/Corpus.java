package dev.mltest.corpus;

import dev.mltest.corpus.autoencoder.AutoencoderPrograms;
import dev.mltest.corpus.bags.BagPrograms;
import dev.mltest.corpus.custom.CustomPrograms;
import dev.mltest.corpus.finetuning.FinetuningPrograms;
import dev.mltest.corpus.gan.GanPrograms;
import dev.mltest.corpus.images.ImagePrograms;
import dev.mltest.corpus.language.LanguagePrograms;
import dev.mltest.corpus.linear.LinearPrograms;
import dev.mltest.corpus.oracle.Training;
import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.regression.RegressionPrograms;
import dev.mltest.corpus.sequences.SequencePrograms;
import dev.mltest.corpus.serving.ServingPrograms;
import dev.mltest.corpus.tabular.TabularPrograms;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All programs: every marked method of the classes that the carriers name. */
public final class Corpus {

    private static final List<List<Class<?>>> CARRIERS = List.of(
            AutoencoderPrograms.ALL,
            BagPrograms.ALL,
            CustomPrograms.ALL,
            FinetuningPrograms.ALL,
            GanPrograms.ALL,
            ImagePrograms.ALL,
            LanguagePrograms.ALL,
            LinearPrograms.ALL,
            RegressionPrograms.ALL,
            SequencePrograms.ALL,
            ServingPrograms.ALL,
            TabularPrograms.ALL);

    private Corpus() {}

    /** Every program and every twin, sorted by id and engine. */
    public static List<Entry> entries() {
        Map<String, Listing> listings = Listings.all();
        List<Entry> entries = new ArrayList<>();
        CARRIERS.stream()
                .flatMap(List::stream)
                .flatMap(source -> Arrays.stream(source.getDeclaredMethods()))
                .flatMap(method -> entries(method, listings))
                .sorted(Comparator.comparing(Entry::key))
                .forEach(entries::add);
        for (Entry entry : List.copyOf(entries)) {
            if (twin(entry, entries).isEmpty()) {
                entries.add(unlistedTwin(entry));
            }
        }
        return entries;
    }

    /** A fault may be an edit of a variant that nobody listed; it is a correct program too. */
    private static Entry unlistedTwin(Entry fault) {
        String id = fault.listing().id();
        Listing listing = new Listing(
                id + ".twin",
                "correct",
                "the correct program that %s is an edit of".formatted(id),
                List.of(),
                "",
                fault.listing().engines(),
                "-");
        return new Entry(listing, fault.program().twin(), Training.learns(), List.of());
    }

    /** What every listed id stands for, whether it has a program or not. */
    public static List<Listing> listings() {
        return List.copyOf(Listings.all().values());
    }

    /** The packages that hold carriers. */
    public static Set<String> carrierPackages() {
        return CARRIERS.stream()
                .flatMap(List::stream)
                .map(Class::getPackageName)
                .collect(Collectors.toSet());
    }

    /**
     * The key of the correct program that an entry is an edit of, or its own if it is correct.
     *
     * @throws IllegalStateException if the twin is no program of the corpus
     */
    public static String twinKey(Entry entry, List<Entry> all) {
        return twin(entry, all)
                .map(Entry::key)
                .orElseThrow(() -> new IllegalStateException(
                        "the twin of %s is no correct program of the corpus"
                                .formatted(entry.key())));
    }

    private static Optional<Entry> twin(Entry entry, List<Entry> all) {
        if (entry.listing().isCorrect()) {
            return Optional.of(entry);
        }
        Program twin = entry.program().twin();
        return all.stream()
                .filter(other -> other.listing().isCorrect())
                .filter(other -> isSame(other.program(), twin))
                .findFirst();
    }

    private static boolean isSame(Program one, Program other) {
        return one.getClass() == other.getClass()
                && one.data().getClass() == other.data().getClass();
    }

    private static Stream<Entry> entries(Method method, Map<String, Listing> listings) {
        Fault fault = method.getAnnotation(Fault.class);
        if (fault != null) {
            return entries(method, listing(listings, fault.value()), List.of(fault.at()));
        }
        Correct correct = method.getAnnotation(Correct.class);
        return correct == null
                ? Stream.empty()
                : entries(method, listing(listings, correct.value()), List.of());
    }

    private static Stream<Entry> entries(Method method, Listing listing, List<String> at) {
        Edit edit = edit(method);
        List<Entry> entries = new ArrayList<>();
        for (Program program : edit.programs()) {
            entries.add(new Entry(listing, program, edit.oracle(), at));
        }
        return entries.stream();
    }

    private static Listing listing(Map<String, Listing> listings, String id) {
        Listing listing = listings.get(id);
        if (listing == null) {
            throw new IllegalStateException("no table lists " + id);
        }
        return listing;
    }

    private static Edit edit(Method method) {
        try {
            method.setAccessible(true);
            return (Edit) method.invoke(null);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " must be static and without parameters", e);
        }
    }
}
