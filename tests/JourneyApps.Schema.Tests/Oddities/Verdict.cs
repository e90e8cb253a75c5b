using System.Globalization;
using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests.Oddities;

/// <summary>What the platform's parser says of one of the files, as a line of VERDICTS.txt and the indented ones below it have it.</summary>
public sealed partial record Verdict(
    string File, int Models, int Fields, int BelongsTo, int HasMany, int Errors, int Warnings, string[] Messages)
{
    public static Verdict[] All { get; } = [.. ReadAll()];

    private static IEnumerable<Verdict> ReadAll()
    {
        string[] lines = System.IO.File.ReadAllLines(TestFiles.Find("Oddities/VERDICTS.txt"));
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(' ')) continue;
            string file = lines[i].Split(' ')[0];
            int[] counts = [.. Number().Matches(lines[i][file.Length..]).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];
            string[] messages = [.. lines.Skip(i + 1).TakeWhile(line => line.StartsWith(' ')).Select(line => line.Trim())];
            if (counts.Length == 6)
                yield return new Verdict(file, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], messages);
            else
                yield return new Verdict(file, -1, -1, -1, -1, -1, -1, messages);
        }
    }

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Number();
}
