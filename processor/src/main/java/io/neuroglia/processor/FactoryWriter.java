package io.neuroglia.processor;

import static java.util.stream.Collectors.joining;

import io.neuroglia.processor.Construction.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * Writes the part of an index that makes its handlers. Each is made by a direct call: functions would cost a class each
 * when the application starts. What takes parameters has a method of its own, because methods have a limited size.
 */
final class FactoryWriter {
    /** What the written methods call the parts; a parameter of that name gets another one. */
    private static final String PARTS = "parts";

    private FactoryWriter() {}

    /** The methods of the index that holds these entries; nothing where it makes no classes. */
    static String write(NavigableSet<IndexEntry> entries) {
        Collection<Made> classes = classesIn(entries);
        return classes.isEmpty()
                ? ""
                : """

                    @Override
                    public Object create(int entry, Parts parts) throws Exception {
                        return switch (entry) {
                {cases}            default -> HandlerIndex.super.create(entry, parts);
                        };
                    }
                {methods}\
                """.replace("{cases}", classes.stream().map(Made::choice).collect(joining()))
                        .replace("{methods}", classes.stream().map(Made::method).collect(joining()));
    }

    private static Collection<Made> classesIn(NavigableSet<IndexEntry> entries) {
        Map<ClassName, Made> classes = new LinkedHashMap<>();
        int number = 0;
        for (IndexEntry entry : entries) {
            ClassName handler = entry.handler();
            Construction construction = entry.construction();
            if (handler != null && construction != null) {
                classes.computeIfAbsent(handler, name -> new Made(name, construction.parameters(), new ArrayList<>()))
                        .numbers()
                        .add(number);
            }
            number++;
        }
        return classes.values();
    }

    /**
     * A class that the index makes.
     *
     * @param numbers of its entries, more than one if it handles several messages
     */
    private record Made(ClassName handler, List<Parameter> parameters, List<Integer> numbers) {
        String choice() {
            String call = parameters.isEmpty() ? "new " + type() + "()" : methodName() + "(" + PARTS + ")";
            return "            case " + numbers.stream().map(String::valueOf).collect(joining(", ")) + " -> " + call
                    + ";\n";
        }

        String method() {
            return parameters.isEmpty()
                    ? ""
                    : """

                        private static {type} {method}(Parts parts) throws Exception {
                    {parts}        parts.requireAll();
                            return new {type}({arguments});
                        }
                    """.replace("{type}", type())
                            .replace("{method}", methodName())
                            .replace(
                                    "{parts}",
                                    parameters.stream().map(Made::part).collect(joining()))
                            .replace(
                                    "{arguments}",
                                    parameters.stream().map(Made::variable).collect(joining(", ")));
        }

        private String type() {
            return IndexWriter.reference(handler, handler.packageName());
        }

        private String methodName() {
            return "make" + handler.nestedName().replace('.', '$');
        }

        private static String part(Parameter parameter) {
            return "        %s %s = %s.get(\"%s\", \"%s\");\n"
                    .formatted(parameter.type(), variable(parameter), PARTS, parameter.part(), parameter.name());
        }

        private static String variable(Parameter parameter) {
            return parameter.name().equals(PARTS) ? PARTS + "_" : parameter.name();
        }
    }
}
