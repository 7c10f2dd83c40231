package io.neuroglia.data.file;

import io.neuroglia.data.json.StoredJson;

/**
 * What is in a file: a line that says whose state it is and at which version, and a line of state.
 *
 * @param id of the aggregate, because not every file's name can be turned back into one
 * @param version as it was stored
 * @param state as JSON, without line breaks
 */
record StoredFile(String id, long version, String state) {

    static StoredFile read(String text) {
        int end = text.indexOf('\n');
        if (end < 0) {
            throw new IllegalArgumentException("A file with an aggregate has two lines");
        }
        Head head = StoredJson.read(text.substring(0, end), Head.class);
        return new StoredFile(head.id(), head.version(), text.substring(end + 1).strip());
    }

    String text() {
        return StoredJson.write(new Head(id, version)) + "\n" + state + "\n";
    }

    private record Head(String id, long version) {}
}
