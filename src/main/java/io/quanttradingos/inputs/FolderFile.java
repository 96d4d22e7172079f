package io.quanttradingos.inputs;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A regular file inside the data folder.
 *
 * @param path with every link resolved
 * @param attributes as they were when it was looked at
 */
record FolderFile(Path path, BasicFileAttributes attributes) {}
