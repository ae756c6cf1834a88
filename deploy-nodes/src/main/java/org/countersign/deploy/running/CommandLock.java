package org.countersign.deploy.running;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.PrivateFiles;
import org.countersign.deploy.founding.StateDirectory;

/** Keeps two commands from changing one network at a time. The system releases it when its holder ends in any way. */
final class CommandLock implements AutoCloseable {
    private final FileChannel channel;

    private CommandLock(FileChannel channel) {
        this.channel = channel;
    }

    static CommandLock of(StateDirectory state) throws IOException {
        PrivateFiles.makeDirectories(state.getParent());
        FileChannel channel = FileChannel.open(state.getLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new OperatorException(
                    OperatorException.Code.NETWORK_BUSY,
                    "Another command is starting or stopping network '" + state.getName() + "' right now.",
                    "Wait until it has ended.");
        }
        return new CommandLock(channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
