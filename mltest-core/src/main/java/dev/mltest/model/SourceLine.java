package dev.mltest.model;

/**
 * A line of source code.
 *
 * @param className binary name of the class it is in
 * @param file name of its file, without folders
 * @param line its number, from 1
 */
public record SourceLine(String className, String file, int line) {

    /**
     * Where the file stands below a root of sources, for example {@code org/shop/ModelTest.java}.
     */
    public String path() {
        int end = className.lastIndexOf('.');
        return end < 0 ? file : className.substring(0, end).replace('.', '/') + "/" + file;
    }
}
