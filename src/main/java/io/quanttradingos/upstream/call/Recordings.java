package io.quanttradingos.upstream.call;

import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of calls and what was answered to them, from which a run can be repeated without a network.
 *
 * <p>One file a question and day, of the form of {@link Recording}, named as {@link RecordingName} says. Asking the same again on
 * the same day replaces the file.
 */
public final class Recordings {
    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

    private final Path folder;

    /** @param folder made when the first recording is kept */
    public Recordings(Path folder) {
        this.folder = folder;
    }

    /**
     * What was recorded of a call: of that very question and day; else of the language model of that very question on its newest
     * day, and of any other service of the newest day of its subject.
     *
     * @throws Refusal where a recording is damaged, naming the file
     */
    Optional<Recording> find(Call call) {
        String question = CallName.of(call).question();
        Predicate<RecordingName> same = name -> name.question().equals(question);
        List<RecordingName> names = names(call.service(), call.subject());
        Optional<RecordingName> found = names.stream()
                .filter(same)
                .filter(name -> name.day().equals(call.day()))
                .findFirst();
        if (call.service() == UpstreamService.LANGUAGE_MODEL) {
            // words about other facts would be wrong words
            return found.or(() -> names.stream().filter(same).max(Comparator.comparing(RecordingName::day)))
                    .map(name -> read(call, name));
        }
        return found.isPresent() ? Optional.of(read(call, found.get())) : newest(call, names);
    }

    /** Of several questions of the newest day, the one that was answered last. */
    private Optional<Recording> newest(Call call, List<RecordingName> names) {
        return names.stream()
                .map(RecordingName::day)
                .max(Comparator.naturalOrder())
                .flatMap(day -> names.stream()
                        .filter(name -> name.day().equals(day))
                        .map(name -> read(call, name))
                        .max(Comparator.comparing(Recording::at).thenComparing(Recording::path)));
    }

    private Recording read(Call call, RecordingName name) {
        Path file = subjectFolder(call.service(), call.subject()).resolve(name.file());
        Recording recording = RecordingFile.read(file).orElseThrow(() -> RecordingFile.damaged(file));
        if (!recording.isAbout(call.service(), call.subject())
                || !recording.day().equals(name.day())) {
            throw RecordingFile.damaged(file);
        }
        return recording;
    }

    /** A recording that cannot be written is told to the log; the answer is served all the same. */
    void keep(Call call, KnownAnswer answer) {
        Recording recording = Recording.of(call, answer);
        RecordingName name = new RecordingName(call.day(), CallName.of(call).question());
        Path file = subjectFolder(call.service(), call.subject()).resolve(name.file());
        try {
            RecordingFile.write(file, recording);
        } catch (IOException e) {
            LOG.error(
                    "an answer of {} could not be recorded: {}", call.service().title(), e.toString());
        }
    }

    private Path subjectFolder(UpstreamService service, String subject) {
        return folder.resolve(RecordingName.folder(service, subject));
    }

    private List<RecordingName> names(UpstreamService service, String subject) {
        Path files = subjectFolder(service, subject);
        List<RecordingName> names = new ArrayList<>();
        if (Files.isDirectory(files)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(files, "*.json")) {
                stream.forEach(
                        file -> RecordingName.of(file.getFileName().toString()).ifPresent(names::add));
            } catch (IOException | DirectoryIteratorException e) {
                throw Refusal.notUsable("the recordings of " + service.title() + " cannot be read");
            }
        }
        return names;
    }
}
