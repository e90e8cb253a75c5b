using System.Buffers.Binary;
using System.IO.Compression;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>The pixels of a PNG as browsers write them: 8 bits, RGB or RGBA, not interlaced.</summary>
internal sealed class Picture
{
    private const int HeaderBytes = 8;

    private readonly byte[] _pixels;
    private readonly int _channels;

    private Picture(int width, int height, int channels, byte[] pixels) => (Width, Height, _channels, _pixels) = (width, height, channels, pixels);

    public int Width { get; }

    public int Height { get; }

    public static Picture Read(ReadOnlySpan<byte> png)
    {
        Assert.True(png[1..].StartsWith("PNG"u8), "This is not a PNG.");
        int width = 0, height = 0, channels = 0;
        using MemoryStream compressed = new();
        for (int at = HeaderBytes; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            ReadOnlySpan<byte> type = png.Slice(at + 4, 4);
            ReadOnlySpan<byte> data = png.Slice(at + 8, length);
            if (type.SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                Assert.True(data[8] == 8 && data[9] is 2 or 6 && data[12] == 0, "The picture has another form than those of Chromium.");
                channels = data[9] == 6 ? 4 : 3;
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                compressed.Write(data);
            }

            at += length + 12;
        }

        compressed.Position = 0;
        using ZLibStream lines = new(compressed, CompressionMode.Decompress);
        byte[] pixels = new byte[width * height * channels];
        byte[] filter = new byte[1];
        int stride = width * channels;
        for (int y = 0; y < height; y++)
        {
            lines.ReadExactly(filter);
            Span<byte> line = pixels.AsSpan(y * stride, stride);
            lines.ReadExactly(line);
            Unfilter(filter[0], line, y == 0 ? [] : pixels.AsSpan((y - 1) * stride, stride), channels);
        }

        return new Picture(width, height, channels, pixels);
    }

    /// <summary>The mean colors of squares of the picture: what is left when one looks from afar. A square at an edge may be smaller.</summary>
    public (double Red, double Green, double Blue)[,] Squares(int size)
    {
        var squares = new (double Red, double Green, double Blue)[(Width + size - 1) / size, (Height + size - 1) / size];
        for (int column = 0; column < squares.GetLength(0); column++)
        {
            for (int row = 0; row < squares.GetLength(1); row++) squares[column, row] = Mean(column * size, row * size, size);
        }

        return squares;
    }

    private (double Red, double Green, double Blue) Mean(int left, int top, int size)
    {
        long red = 0, green = 0, blue = 0, count = 0;
        for (int y = top; y < Math.Min(top + size, Height); y++)
        {
            for (int x = left; x < Math.Min(left + size, Width); x++)
            {
                int at = ((y * Width) + x) * _channels;
                red += _pixels[at];
                green += _pixels[at + 1];
                blue += _pixels[at + 2];
                count++;
            }
        }

        return ((double)red / count, (double)green / count, (double)blue / count);
    }

    private static void Unfilter(byte filter, Span<byte> line, ReadOnlySpan<byte> above, int channels)
    {
        for (int i = 0; i < line.Length; i++)
        {
            int left = i >= channels ? line[i - channels] : 0;
            int up = above.IsEmpty ? 0 : above[i];
            int upLeft = i >= channels && !above.IsEmpty ? above[i - channels] : 0;
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, upLeft),
                _ => throw new InvalidDataException($"PNG has no filter {filter}."),
            });
        }
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        int estimate = left + up - upLeft;
        (int byLeft, int byUp, int byUpLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - upLeft));
        return byLeft <= byUp && byLeft <= byUpLeft ? left : byUp <= byUpLeft ? up : upLeft;
    }
}
