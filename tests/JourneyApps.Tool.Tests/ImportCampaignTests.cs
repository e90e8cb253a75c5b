using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Files of every form, written by other programs: nothing may be lost, changed or written twice.</summary>
public sealed class ImportCampaignTests(ITestOutputHelper output)
{
    private const string Site = "site";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, string[] Ends)[] LineEnds =
    [
        ("LF", ["\n"]), ("CR", ["\r"]), ("CRLF", ["\r\n"]), ("mixed", ["\n", "\r", "\r\n"]), ("blank lines", ["\n\n", "\r\r", "\r\n\r\n"]),
    ];

    // The option and the bytes in front.
    private static readonly (string Name, Encoding Encoding, string? Option, bool Mark)[] Encodings =
    [
        ("UTF-8", new UTF8Encoding(false), null, false),
        ("UTF-8 with mark", new UTF8Encoding(true), null, true),
        ("UTF-16 with mark", Encoding.Unicode, null, true),
        ("UTF-16BE with mark", Encoding.BigEndianUnicode, null, true),
        ("UTF-32 with mark", Encoding.UTF32, null, true),
        ("UTF-32BE with mark", new UTF32Encoding(bigEndian: true, byteOrderMark: true), null, true),
        ("UTF-16 by option", Encoding.Unicode, "utf-16", false),
        ("UTF-16BE by option", Encoding.BigEndianUnicode, "utf-16BE", false),
        ("UTF-32 by option", Encoding.UTF32, "utf-32", false),
        ("Latin-1 by option", Encoding.Latin1, "latin1", false),
        ("windows-1252 by option", CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "windows-1252", false),
        ("code page 850 by option", CodePagesEncodingProvider.Instance.GetEncoding(850)!, "ibm850", false),
    ];

    /// <summary>Formats, line ends, encodings and rules of identity: each file gives the same objects, and again changes nothing.</summary>
    [Fact]
    public async Task Every_form_of_a_file_gives_each_row_once_however_often_it_is_imported()
    {
        int files = 0, rows = 0, refused = 0;
        using TempFolder folder = new();
        foreach (int seed in Campaign.Seeds(normal: 1, full: 20))
        {
            foreach (string format in (string[])["csv", "jsonl"])
            {
                foreach ((string ends, string[] endings) in LineEnds)
                {
                    await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
                    foreach (var encoding in Encodings)
                    {
                        foreach (string rule in (string[])["own", "key", "line"])
                        {
                            string of = $"seed {seed}, {format}, {ends}, {encoding.Name}, {rule}";
                            Random random = new(seed + files);
                            string[] names = [.. Enumerable.Range(0, 7).Select(row => Name(random, $"{files}.{row}", format, endings))];
                            string file = folder.File($"{Site}{files++}.{format}");
                            byte[] bytes = encoding.Encoding.GetBytes(Text(names, format, endings, rule));
                            File.WriteAllBytes(file, encoding.Mark ? [.. encoding.Encoding.GetPreamble(), .. bytes] : bytes);
                            string[] import = ["import", file, "--model", Site, .. rule == "key" ? (string[])["--key", "name"] : []];
                            string[] command = [.. import, .. encoding.Option is { } option ? (string[])["--encoding", option] : []];
                            long before = await emulator.CountAsync(Site);

                            if (encoding.Option is not null && !IsUtf8(bytes))
                            {
                                ToolRun unnamed = await InProcess.RunAsync(emulator, import);
                                Assert.True(unnamed.ExitCode == 3 && unnamed.Error.Contains("is not utf-8 text: line ", StringComparison.Ordinal), $"{of}: {unnamed.Error}");
                                refused++;
                            }

                            ToolRun first = await InProcess.RunAsync(emulator, command);
                            ToolRun second = await InProcess.RunAsync(emulator, command);

                            Assert.True(first.Error.EndsWith($"7 rows: 7 written, 0 already existed, 0 rejected.{Environment.NewLine}", StringComparison.Ordinal), $"{of}: {first.Error}");
                            Assert.True(second.Error.EndsWith($"7 rows: 0 written, 7 already existed, 0 rejected.{Environment.NewLine}", StringComparison.Ordinal), $"{of}: {second.Error}");
                            Assert.Equal(before + 7, await emulator.CountAsync(Site));
                            HashSet<string> stored = [.. (await emulator.ObjectsAsync(Site)).Select(NameOf)];
                            Assert.True(stored.IsSupersetOf(names), $"{of}: {JsonSerializer.Serialize(names.Except(stored))} lost");
                            rows += names.Length;
                        }
                    }
                }
            }
        }

        output.WriteLine($"{files} files with {rows} rows written once and again; {refused} refused without their encoding: 0 rows lost, changed or doubled");
    }

    /// <summary>Random values, null and the empty text among them, go through each form of file unchanged.</summary>
    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("csv", "--delimiter", ";")]
    [InlineData("csv", "--delimiter", "tab")]
    [InlineData("csv", "--guard-formulas")]
    [InlineData("csv", "--guard-formulas", "--delimiter", ";")]
    [InlineData("csv", "--guard-formulas", "--delimiter", "tab")]
    public async Task Every_value_comes_back_from_an_export(string format, params string[] form)
    {
        string[] parts = ["=", "'", "\"", "+", "-", "@", "\t", "\r", "\n", ",", ";", " ", "5", "a", "\u00e9", "\ud83d\ude00", "\ufeff", "\u2028", "\\", "[", "{", "null", "\u0001"];
        int values = 0;
        foreach (int seed in Campaign.Seeds(normal: 2, full: 100))
        {
            Random random = new(seed);
            string?[] names = [null, "", .. Enumerable.Range(0, 198).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => parts[random.Next(parts.Length)])))];
            using TempFolder folder = new();
            await using JourneyEmulator from = await JourneyEmulator.StartAsync(Schemas.Jobs);
            await using JourneyEmulator to = await JourneyEmulator.StartAsync(Schemas.Jobs);
            await from.SeedAsync(Site, names.Select(name => $$"""{"name":{{JsonSerializer.Serialize(name)}}}"""));

            ToolRun export = await InProcess.RunAsync(from, ["export", Site, "-f", format, "-o", folder.Path, .. form]);
            ToolRun import = await InProcess.RunAsync(to, ["import", folder.File($"{Site}.{format}"), .. form]);

            Assert.True((0, 0) == (export.ExitCode, import.ExitCode), $"seed {seed}: {export.Error}{import.Error}");
            Assert.Equal(await NamesAsync(from), await NamesAsync(to));
            values += names.Length;
        }

        output.WriteLine($"{format} {string.Join(' ', form)}: {values} values came back");
    }

    /// <summary>Rows of one identity: the first is written, the others are told, and the numbers add up.</summary>
    [Fact]
    public async Task Rows_of_one_identity_are_counted_and_told_with_both_lines()
    {
        int files = 0, rows = 0, twins = 0;
        using TempFolder folder = new();
        foreach (int seed in Campaign.Seeds(normal: 8, full: 200))
        {
            await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
            Random random = new(seed);
            bool byKey = random.Next(2) == 0;
            bool csv = random.Next(2) == 0;
            int[] identities = [.. Enumerable.Range(0, 200).Select(_ => random.Next(150))];
            StringBuilder text = new(csv ? byKey ? "name\n" : "id,name\n" : "");
            foreach (int identity in identities)
            {
                string id = $"00000000-0000-4000-8000-{identity.ToString("x12", CultureInfo.InvariantCulture)}";
                string line = (csv, byKey) switch
                {
                    (true, true) => $"key {identity}",
                    (true, false) => $"{id},name",
                    (false, true) => $$"""{"name":"key {{identity}}"}""",
                    _ => $$"""{"id":"{{id}}","name":"name"}""",
                };
                text.Append(line).Append('\n');
            }

            string file = folder.Write($"{seed}.{(csv ? "csv" : "jsonl")}", text.ToString());
            int distinct = identities.Distinct().Count();

            ToolRun run = await InProcess.RunAsync(emulator, ["import", file, "--model", Site, .. byKey ? (string[])["--key", "name"] : []]);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains($"200 rows: {distinct} written, 0 already existed, {200 - distinct} rejected.", run.Error, StringComparison.Ordinal);
            Assert.Equal(Math.Min(50, 200 - distinct), run.Error.Split("it has the same id as line ").Length - 1);
            Assert.Equal(distinct, await emulator.CountAsync(Site));
            (files, rows, twins) = (files + 1, rows + 200, twins + 200 - distinct);
        }

        output.WriteLine($"{files} files, {rows} rows, {twins} with the identity of an earlier row: all told, none written");
    }

    /// <summary>What is not text or not one value is rejected with its line; the rows around it are written.</summary>
    [Theory]
    [InlineData("jsonl", """{"title":"\ud800"}""", "it contains half of a surrogate pair")]
    [InlineData("jsonl", """{"title":"x \udc00 y"}""", "it contains half of a surrogate pair")]
    [InlineData("jsonl", """{"tags":["a","\ud83d"]}""", "it contains half of a surrogate pair")]
    [InlineData("jsonl", """{"\ud800":"x"}""", "it contains half of a surrogate pair")]
    [InlineData("jsonl", """{"title":"a","title":"b"}""", "it contains 'title' twice")]
    [InlineData("jsonl", """{"id":"9913706a-179b-41e2-aaff-0026189d9dc0","id":"9913706a-179b-41e2-aaff-0026189d9dc1"}""", "it contains 'id' twice")]
    [InlineData("jsonl", """{"id":5}""", "its id is not a JSON string")]
    [InlineData("jsonl", """{"id":true}""", "its id is not a JSON string")]
    [InlineData("jsonl", """{"id":{"key":"9913706a-179b-41e2-aaff-0026189d9dc0"}}""", "its id is not a JSON string")]
    [InlineData("jsonl", """{"id":""}""", "'' is not an id")]
    [InlineData("jsonl", """["title"]""", "it is not a JSON object")]
    [InlineData("jsonl", """{"title":"a"} {"title":"b"}""", "it is not valid JSON")]
    [InlineData("jsonl", """{"title":NaN}""", "it is not valid JSON")]
    [InlineData("csv", "\"a\"b,1", "a cell has text after its closing quotation mark")]
    [InlineData("csv", "a,b,1", "it has 3 cells, but the header has 2")]
    [InlineData("csv", "a,1e999", "column 'cost': a number with a decimal point was expected")]
    [InlineData("csv", "a,NaN", "column 'cost': a number with a decimal point was expected")]
    public async Task A_row_that_cannot_be_sent_as_it_is_is_rejected_with_its_line(string format, string row, string reason)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string file = folder.Write($"job.{format}", format == "csv" ? $"title,cost\nbefore,1\n{row}\nafter,2\n" : $$"""{"title":"before"}{{'\n'}}{{row}}{{'\n'}}{"title":"after"}""");

        ToolRun run = await InProcess.RunAsync(emulator, "import", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"line {(format == "csv" ? 3 : 2)}: {reason}", run.Error, StringComparison.Ordinal);
        Assert.Equal(["after", "before"], (await emulator.ObjectsAsync("job")).Select(job => (string)JsonNode.Parse(job.Json)!["title"]!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1,5", "1,5.0")]
    [InlineData("7", "7.0")]
    public async Task Numbers_as_keys_give_one_id_however_they_are_written(string first, string second)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string one = folder.Write("a.jsonl", $$"""{"cost":{{first.Split(',')[^1]}}}""");
        string other = folder.Write("b.jsonl", $$"""{"cost":{{second.Split(',')[^1]}}}""");

        await InProcess.RunAsync(emulator, "import", one, "--model", "job", "--key", "cost");
        await InProcess.RunAsync(emulator, "import", other, "--model", "job", "--key", "cost");

        Assert.Equal(1, await emulator.CountAsync("job"));
    }

    /// <summary>A pipe can be read only once, but a file is checked as a whole before its first row is written.</summary>
    [Fact]
    public async Task A_pipe_is_refused_before_anything_is_lost_in_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes with names of files.");
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string pipe = folder.File("job.jsonl");
        using var make = System.Diagnostics.Process.Start("mkfifo", [pipe]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        var writer = Task.Run(() => File.AppendAllText(pipe, """{"title":"A"}"""));

        ToolRun run = await InProcess.RunAsync(emulator, "import", pipe);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is not a file that can be read twice. Save it to a file first.", run.Error, StringComparison.Ordinal);
        await writer.ContinueWith(_ => { }, TestContext.Current.CancellationToken);
    }

    private static string Text(string[] names, string format, string[] ends, string rule)
    {
        StringBuilder text = new();
        int line = 0;
        if (format == "csv") text.Append(rule == "own" ? "id,name" : "name").Append(End());
        foreach (string name in names)
        {
            string id = Guid.NewGuid().ToString();
            string cell = name.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
            string row = format == "csv" ? rule == "own" ? $"{id},{cell}" : cell
                : rule == "own" ? $$"""{"id":"{{id}}","name":{{Json(name)}}}""" : $$"""{"name":{{Json(name)}}}""";
            text.Append(row).Append(End());
        }

        return text.ToString();

        string End() => ends[line++ % ends.Length];
    }

    // The characters are in all of the encodings. Cells of CSV can have line breaks; blank lines between them would be lines of the cell.
    private static string Name(Random random, string row, string format, string[] ends)
    {
        string[] parts = ["\u00e9", "\u00fc", "\u00df", "a", " ", "\"", "'", ";", "\t", "=", "{", "\\", ",", "\u00b5"];
        StringBuilder name = new($"\u00e9{row} ");
        for (int i = random.Next(1, 9); i > 0; i--)
            name.Append(format == "csv" && random.Next(5) == 0 ? ends[random.Next(ends.Length)] : parts[random.Next(parts.Length)]);
        return name.ToString();
    }

    private static string Json(string text) => JsonSerializer.Serialize(text, Readable);

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            return !new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).Contains('\0', StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<string[]> NamesAsync(JourneyEmulator emulator)
        => [.. (await emulator.ObjectsAsync(Site)).Select(site => $"{site.Id} {JsonNode.Parse(site.Json)!["name"]?.ToJsonString() ?? "null"}").Order(StringComparer.Ordinal)];

    private static string NameOf(StoredObject site) => (string)JsonNode.Parse(site.Json)!["name"]!;
}
