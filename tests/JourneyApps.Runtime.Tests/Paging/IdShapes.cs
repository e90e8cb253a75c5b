using System.Globalization;

namespace JourneyApps.Runtime.Tests.Paging;

/// <summary>Ids of different kinds, in the order of creation.</summary>
internal static class IdShapes
{
    public static string[] Make(string shape, int count, Random random)
    {
        IEnumerable<string> ids = Enumerable.Range(0, count).Select(i => shape switch
        {
            "version 4" => Uuid(random, '4'),
            "version 5" => Uuid(random, '5'),
            "version 1 of a minute" => $"{0x12345678 + (600_000_000L * i / count):x8}-1234-11ee-9234-001e6733fe3c",
            "version 1 of years" => Version1(random.NextInt64(3_000_000_000_000_000)),
            "version 7" => $"{Hex(0x18c00000000 + (i * 3L), 12)[..8]}-{Hex(0x18c00000000 + (i * 3L), 12)[8..]}-7{Uuid(random, '7')[15..]}",
            "a tenth with one prefix" => i % 10 == 0 ? $"deadbeef-dead-4ead-8ead-{random.NextInt64(1L << 48):x12}" : Uuid(random, '4'),
            "a tenth in a row" => i % 10 == 0 ? $"7e3fa27c-0b1d-4e55-9b6a-{i / 10:x12}" : Uuid(random, '4'),
            "24 hexadecimal digits" => $"{0x60000000 + (i / 3):x8}a1b2c3d4e5{i:x6}",
            "SO- and 7 digits" => string.Create(CultureInfo.InvariantCulture, $"SO-{i:D7}"),
            "unpadded text" => string.Create(CultureInfo.InvariantCulture, $"A{i}"),
            "unpadded text in any order" => string.Create(CultureInfo.InvariantCulture, $"A{i * 7919L % count}"),
            "every seventh number" => string.Create(CultureInfo.InvariantCulture, $"item-{1 + (i * 7)}"),
            "numbers from 50,000" => string.Create(CultureInfo.InvariantCulture, $"{50_000 + i}"),
            "upper case" => Uuid(random, '4').ToUpperInvariant(),
            "mixed case" => i % 2 == 0 ? Uuid(random, '4') : Uuid(random, '4').ToUpperInvariant(),
            "rising" => Hex(i, 32) is var text ? $"{text[..8]}-{text[8..12]}-{text[12..16]}-{text[16..20]}-{text[20..]}" : "",
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        });
        return [.. ids.Distinct()];
    }

    public static string Uuid(Random random, char version)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        char[] text = new Guid(bytes).ToString().ToCharArray();
        (text[14], text[19]) = (version, "89ab"[random.Next(4)]);
        return new string(text);
    }

    private static string Version1(long ticks) => $"{ticks & 0xffffffff:x8}-{(ticks >> 32) & 0xffff:x4}-1{(ticks >> 48) & 0xfff:x3}-9234-001e6733fe3c";

    private static string Hex(long number, int digits) => number.ToString("x", CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
