package io.neuroglia.chaos.clock;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites every class of the application and of its libraries that reads a wall clock, so that it reads
 * {@link SkewedClock}. The JDK's own classes, which measure time-outs, stay as they are.
 */
public final class ClockAgent implements ClassFileTransformer {
    private static final String SKEWED = "io/neuroglia/chaos/clock/SkewedClock";
    private static final Map<String, String> READINGS = Map.of(
            "java/lang/System.currentTimeMillis()J", "currentTimeMillis",
            "java/time/Instant.now()Ljava/time/Instant;", "instant",
            "java/time/OffsetDateTime.now()Ljava/time/OffsetDateTime;", "offsetDateTime",
            "java/time/ZonedDateTime.now()Ljava/time/ZonedDateTime;", "zonedDateTime",
            "java/time/LocalDateTime.now()Ljava/time/LocalDateTime;", "localDateTime",
            "java/time/LocalDate.now()Ljava/time/LocalDate;", "localDate",
            "java/time/Clock.systemUTC()Ljava/time/Clock;", "systemUtc",
            "java/time/Clock.systemDefaultZone()Ljava/time/Clock;", "systemDefaultZone");

    private ClockAgent() {}

    /** Called by the JVM before the application's main method. */
    public static void premain(String milliseconds, Instrumentation instrumentation) {
        SkewedClock.shift(Duration.ofMillis(Long.parseLong(milliseconds)));
        instrumentation.addTransformer(new ClockAgent());
    }

    /** Writes the jar that {@code -javaagent} asks for. It names this class, which is found on the class path. */
    public static Path writeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", ClockAgent.class.getName());
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
        return file;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            ProtectionDomain domain,
            byte[] original) {
        if (loader == null || ClassLoader.getPlatformClassLoader().equals(loader) || isOwn(name)) {
            return null;
        }
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Rewriting(writer), 0);
        return writer.toByteArray();
    }

    private static boolean isOwn(String name) {
        return name.startsWith("io/neuroglia/chaos/clock/") || name.startsWith("net/bytebuddy/");
    }

    private static final class Rewriting extends ClassVisitor {
        Rewriting(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    private static final class Calls extends MethodVisitor {
        Calls(@Nullable MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            String skewed = READINGS.get(owner + "." + name + descriptor);
            if (skewed == null) {
                super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
            } else {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, SKEWED, skewed, descriptor, false);
            }
        }
    }
}
