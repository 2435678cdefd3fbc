package io.casewire.identity.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Orders threads and processes that write into the key directory; {@code .lock} in it is held meanwhile. */
final class DirectoryLock {
    // a file lock belongs to the whole process, so threads of one process need their own
    private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();

    private DirectoryLock() {}

    /** What is done in its turn. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Makes the directory if it is missing, private to its owner, and runs the work when it is its turn. */
    static <T> T inTurn(Path directory, Work<T> work) throws IOException {
        WITHIN_THIS_PROCESS.lock();
        try {
            FileModes.createPrivateDirectory(directory);
            FileModes.requirePrivate(directory, FileModes.PRIVATE_DIRECTORY);
            try (FileChannel channel = open(directory.resolve(".lock"));
                    FileLock lock = channel.lock()) {
                T made = work.run();
                lock.release();
                return made;
            }
        } finally {
            WITHIN_THIS_PROCESS.unlock();
        }
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            FileModes.createPrivateFile(file);
        } catch (FileAlreadyExistsException _) {
            // whoever came first made it
        }
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }
}
