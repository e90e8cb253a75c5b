using Microsoft.Win32.SafeHandles;

namespace JourneyApps.Tool.CommandLine;

/// <summary>The standard output where it is a pipe. The console's own stream ignores that the reader of a pipe has ended: a command would
/// run to its end without a reader, and record lines as printed that are lost.</summary>
internal sealed class OutputPipe : Stream
{
    private const int StandardOutput = 1;

    // The codes of the operating systems: the reader has ended; a pipe that does not block is full.
    private const int ReaderEnded = 32;
    private const int FullOnLinux = 11;
    private const int FullElsewhere = 35;

    // Up to this size, a pipe takes all of a write or nothing of it.
    private static readonly int AtomicBytes = OperatingSystem.IsLinux() ? 4096 : 512;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly FileStream _pipe;

    private OutputPipe(FileStream pipe) => _pipe = pipe;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens the standard output. In a file, a terminal and on Windows it is the console's stream: only that one writes behind
    /// what other processes add to the same file.</summary>
    public static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        try
        {
            FileStream output = new(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return output.CanSeek ? Console.OpenStandardOutput() : new OutputPipe(output);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The output is closed. The first line that is written fails.
            return Console.OpenStandardOutput();
        }
    }

    /// <exception cref="OutputClosedException">The reader has ended.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            int length = Math.Min(AtomicBytes, buffer.Length);
            try
            {
                _pipe.Write(buffer[..length]);
                buffer = buffer[length..];
            }
            catch (IOException exception) when (exception.HResult == ReaderEnded)
            {
                throw new OutputClosedException(exception);
            }
            catch (IOException exception) when (exception.HResult == (OperatingSystem.IsLinux() ? FullOnLinux : FullElsewhere))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => _pipe.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
