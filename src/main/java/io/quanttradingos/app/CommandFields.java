package io.quanttradingos.app;

import io.quanttradingos.api.RequestData;
import io.quanttradingos.inputs.DataFolder;
import io.quanttradingos.inputs.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a command as the fields of a request, so that both doors check and explain them in the same way. */
final class CommandFields {
    private final DataFolder data;
    private final int mostBytes;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, RequestData.Upload> files = new HashMap<>();

    /** @param mostBytes a larger file is refused */
    CommandFields(DataFolder data, int mostBytes) {
        this.data = data;
        this.mostBytes = mostBytes;
    }

    /** A field, where the option was given. */
    CommandFields put(String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, List.of(value.toString()));
        }
        return this;
    }

    /** A file, where the option was given: by its path inside the data folder, else with its content. */
    CommandFields file(String option, String pathField, String part, @Nullable Path file) throws IOException {
        Source source = InputFile.source(option, file, data, mostBytes);
        if (source instanceof Source.InFolder inside) {
            put(pathField, inside.path());
        } else if (source instanceof Source.Given given) {
            files.put(part, new RequestData.Upload(given.name(), given.content()));
        }
        return this;
    }

    RequestData request() {
        return new RequestData(null, Map.of(), fields, files, new byte[0]);
    }
}
