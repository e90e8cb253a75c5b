using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Every mistake on the command line and in the files that it names is one line, in the words of the command line, with an exit code of
/// the documented list.</summary>
public sealed class WrongCommandLineTests(ITestOutputHelper output)
{
    private static readonly string[] Internals = ["System.", "   at ", "Exception", "(Parameter", "internal error", "argument of type"];

    // Exit code, a part of the message, and the arguments: {dir} is the folder of the test, + adds the emulator's address and token.
    private static readonly (int ExitCode, string Message, string Line)[] Lines =
    [
        (2, "there is no command 'frobnicate'. The commands are pull, check", "frobnicate"),
        (2, "unknown option '--verbose'", "--verbose"),
        (2, "there is no command '@{dir}/job.csv'", "@{dir}/job.csv"),
        (2, "unknown option '--nonsense'", "pull --nonsense"),
        (2, "unexpected argument 'extra'", "pull extra"),
        (2, "--format requires a value", "pull --format"),
        (2, "'yaml' is not a value of --format; expected xml, json.", "pull --format yaml"),
        (2, "'1' is not a value of --format; expected xml, json.", "pull --format 1"),
        (2, "'7' is not a value of --format; expected", "pull --format 7"),
        (2, "'xml,json' is not a value of --format", "pull --format xml,json"),
        (2, "--format can be used only once", "pull --format xml --format json"),
        (2, "the base URL of --base-url is not an https URL", "pull --base-url ftp://x --token t"),
        (2, "a token is required", "pull --base-url http://127.0.0.1:9/api/v4/x --token-stdin"),
        (2, "use only one of --token-file, --token-stdin and --token", "pull --base-url http://127.0.0.1:9/api/v4/x --token t --token-file {dir}/t"),
        (2, "the token file '{dir}/none' does not exist", "pull --base-url http://127.0.0.1:9/api/v4/x --token-file {dir}/none"),
        (3, "'{dir}' is a folder, not a file", "pull --base-url http://127.0.0.1:9/api/v4/x --token-file {dir}"),
        (3, "'{dir}/latin' is not utf-8 text: line 1, column 4. Save it as UTF-8.", "pull --base-url http://127.0.0.1:9/api/v4/x --token-file {dir}/latin"),
        (3, "'{dir}' is a folder, not a file", "pull --output {dir} +"),
        (3, "'{dir}/job.csv' is a file, not a folder", "pull --output {dir}/job.csv/x +"),
        (2, "unknown option '--wat'", "check --wat"),
        (2, "'sometimes' is not a value of --fail-on; expected any, structure, breaking.", "check --fail-on sometimes"),
        (3, "the file '{dir}/none.xml' does not exist", "check {dir}/none.xml +"),
        (3, "'{dir}/job.csv' is not a data model", "check {dir}/job.csv +"),
        (2, "unknown option '--nope'", "lint --nope"),
        (3, "does not exist", "lint {dir}/none"),
        (3, "is not utf-8 text: line 1, column 12", "lint {dir}/marked.xml"),
        (2, "'jpeg' is not a value of --format; expected tree, table, mermaid, dot, json, jsonschema, openapi, sql.", "show --format jpeg"),
        (3, "there is no model 'nosuch'. The models are: job, site.", "show {dir}/schema.xml --model nosuch"),
        (2, "--format requires a value", "show {dir}/schema.xml --format"),
        (2, "unknown option '--wher'", "export job --wher x"),
        (3, "there is no model 'nosuch'", "export nosuch --output {dir} +"),
        (2, "'xlsx' is not a value of --format; expected jsonl, csv, parquet.", "export --format xlsx"),
        (2, "'|' is not a value of --delimiter; expected ',', ';', tab.", "export --delimiter |"),
        (2, "--where requires exactly one model", "export --where a=? -a 1"),
        (2, "--where has 1 question mark but 0 --arguments", "export job --where a=?"),
        (2, "--where takes no values: write a question mark and pass the value with --argument", "export job --where state='busy'"),
        (2, "For example: --where \"state=?\" --argument busy", "export job --where state='busy'"),
        (2, "For example: --where \"cost>?\" --argument 5", "export job --where cost>5"),
        (2, "'oracle' is not a value of --dialect; expected sqlite, postgresql, sqlserver.", "show {dir}/schema.xml --format sql --dialect oracle"),
        (2, "--to is required: expected sqlite:PATH, postgresql or sqlserver.", "mirror --all"),
        (2, "use either --models or --all", "mirror --to sqlite:{dir}/copy.db"),
        (2, "use either --models or --all", "mirror --to sqlite:{dir}/copy.db --all --models job"),
        (2, "--history names 'site', which is not one of --models", "mirror --to sqlite:{dir}/copy.db --models job --history site"),
        (2, "'mysql' is not a value of --to; expected sqlite:PATH, postgresql or sqlserver.", "mirror --to mysql --all"),
        (2, "'sqlite:' names no file", "mirror --to sqlite: --all"),
        (2, "sqlite: takes the path of a file and no connection string", "mirror --to sqlite:Filename={dir}/x.db;Password=hush --all"),
        (2, "--to takes no connection string, because other users can see the command line", "mirror --to postgresql://u:hush@db/field --all"),
        (2, "--to takes no connection string", "mirror --to postgresql:Host=db;Password=hush --all"),
        (2, "a connection string does not belong on the command line", "mirror --to postgresql Host=db;Password=hush --all"),
        (2, "--connection-env takes the name of an environment variable", "mirror --to postgresql --connection-env Host=db;Password=hush --all"),
        (2, "requires either --connection-env NAME or --connection-file FILE", "mirror --to postgresql --all"),
        (2, "the environment variable 'NO_SUCH' is not set", "mirror --to postgresql --connection-env NO_SUCH --all"),
        (2, "the connection file '{dir}/none' does not exist", "mirror --to postgresql --connection-file {dir}/none --all"),
        (2, "The connection string", "mirror --to postgresql --connection-file {dir}/t --all"),
        (2, "--connection-env and --connection-file belong to --to postgresql", "mirror --to sqlite:{dir}/x.db --connection-env A --all"),
        (2, "'sometimes' is not a value of --ddl; expected additive, none, all.", "mirror --to sqlite:{dir}/x.db --all --ddl sometimes"),
        (2, "'keep' is not a value of --deletes; expected delete, mark.", "mirror --to sqlite:{dir}/x.db --all --deletes keep"),
        (3, "there is no model 'nosuch'. The models are: job, site.", "mirror --to sqlite:{dir}/x.db --models nosuch +"),
        (3, "there is no model 'nosuch'. The models are: job, site.", "mirror plan --to sqlite:{dir}/x.db --models nosuch +"),
        (3, "Use a folder in which this account can create files", "mirror --to sqlite:{dir}/none/x.db --all --once +"),
        (3, "the file '{dir}/x.db' does not exist. Run 'journeyapps mirror' first.", "mirror status --to sqlite:{dir}/x.db"),
        (3, "does not exist. Run 'journeyapps mirror' first.", "mirror verify --to sqlite:{dir}/x.db +"),
        (3, "does not exist. Run 'journeyapps mirror' first.", "mirror prune --to sqlite:{dir}/x.db +"),
        (2, "--max-lag must be at least 1 second", "mirror status --to sqlite:{dir}/x.db --max-lag 0"),
        (2, "there is no command 'plans'. The commands are plan, status, verify, reload, prune, adopt.", "mirror plans"),
        (2, "<old> is required: The old schema", "diff"),
        (2, "unknown option '--wat'", "diff --wat"),
        (2, "'never' is not a value of --fail-on; expected any, structure, breaking.", "diff {dir}/schema.xml --fail-on never"),
        (3, "'{dir}/none.xml' is neither a file nor a revision with a schema", "diff {dir}/none.xml {dir}/schema.xml"),
        (2, "unknown option '--upload-pack=x'", "diff {dir}/schema.xml -- --upload-pack=x"),
        (3, "'{dir}/job.csv' is not a data model", "diff {dir}/job.csv {dir}/schema.xml"),
        (2, "<model> is required: The model.", "get"),
        (2, "<id> is required", "get job"),
        (3, "there is no model 'nosuch'. The models are: job, site.", "get nosuch 613e4cb0-e665-4705-aaef-2fb91adacabd +"),
        (2, "unknown option '--wher'", "count --wher x"),
        (3, "there is no model 'nosuch'", "count nosuch +"),
        (2, "--where requires exactly one model", "count --where a=? -a 1"),
        (2, "--where takes no values", "count job --where state='busy'"),
        (3, "The server says: ", "count job --where nosuch=? -a 1 +"),
        (2, "<model> is required: The model.", "delete"),
        (2, "set either --where with an expression, or --all.", "delete job +"),
        (2, "set either --where with an expression, or --all.", "delete job --all --where state=? -a busy +"),
        (2, "without a terminal to ask on, --yes is required", "delete job --all +"),
        (3, "there is no model 'nosuch'", "delete nosuch --all --yes +"),
        (2, "'0' is not a value of --last; expected a number from 1 to 400.", "log --last 0"),
        (2, "'many' is not a value of --last; expected a number", "log --last many"),
        (3, "there is no model 'nosuch'", "log --model nosuch +"),
        (3, "'{dir}/t' is not a file of --since-file. Delete it", "log --since-file {dir}/t +"),
        (3, "'{dir}' is a folder, not a file", "log --since-file {dir} +"),
        (2, "--from is required: the base URL", "copy"),
        (2, "a token is required: set JOURNEYAPPS_FROM_TOKEN, or use --from-token-file.", "copy --from http://127.0.0.1:9/api/v4/x --to http://127.0.0.1:8/api/v4/x"),
        (2, "the base URL of --to is not an https URL: 'x'", "copy --from http://127.0.0.1:9/api/v4/x --from-token-file {dir}/t --to x"),
        (2, "--from and --to are the same deployment", "copy --from http://127.0.0.1:9/api/v4/x --from-token-file {dir}/t --to http://127.0.0.1:9/api/v4/x --to-token-file {dir}/t"),
        (2, "the token is not sent to 'example.com'", "copy --from https://example.com/api/v4/x --from-token-file {dir}/t --to http://127.0.0.1:9/api/v4/x"),
        (2, "'0' is not a value of --max-rows; expected a number from 1 to 1000.", "mcp --max-rows 0"),
        (2, "unknown option '--token-stdin'", "mcp --token-stdin"),
        (2, "'9999999999999' is not a value of --latency; expected a number", "emulate {dir}/schema.xml --latency 9999999999999"),
        (2, "--latency must be 0 to 60000 milliseconds", "emulate {dir}/schema.xml --latency 60001"),
        (2, "'fast' is not a value of --requests-per-second; expected a number", "emulate {dir}/schema.xml --requests-per-second fast"),
        (2, "--requests-per-second must be greater than 0", "emulate {dir}/schema.xml --requests-per-second NaN"),
        (2, "'1e99' is not a value of --burst; expected a number", "emulate {dir}/schema.xml --burst 1e99"),
        (2, "--burst requires --requests-per-second", "emulate {dir}/schema.xml --burst 10"),
        (2, "'99999999999' is not a value of --last; expected a number", "log --last 99999999999"),
        (2, "--argument requires --where", "export job -a 1"),
        (2, "--output - requires exactly one model", "export --output -"),
        (2, "--output - requires exactly one model", "export job site -o -"),
        (3, "INVALID_API_REQUEST: Invalid API request. The server says: 'nosuch' is not a valid field of 'job', at character 1 of \"nosuch=?\".",
            "export job --where nosuch=? -a 1 --output {dir} +"),
        (3, "'{dir}/job.csv", "export job --output {dir}/job.csv +"),
        (3, "'{dir}/taken/job.jsonl' is a folder, not a file", "export job --output {dir}/taken +"),
        (3, "'{dir}/job.csv' is a file, not a folder", "export job --output {dir}/out --attachments {dir}/job.csv +"),
        (2, "<file> is required: The file: .jsonl (one JSON object per line) or .csv.", "import"),
        (2, "unexpected argument '{dir}/two.csv'", "import {dir}/job.csv {dir}/two.csv"),
        (3, "the file '{dir}/none.csv' does not exist", "import {dir}/none.csv +"),
        (3, "'{dir}' is a folder, not a file", "import {dir} --model job +"),
        (2, "has neither the extension .jsonl nor .csv; set --format", "import {dir}/latin +"),
        (2, "'replace' is not a value of --mode; expected create, put, upsert, update.", "import {dir}/job.csv --mode replace"),
        (2, "'1' is not a value of --mode", "import {dir}/job.csv --mode 1"),
        (2, "'5' is not a value of --key-namespace; expected a UUID", "import {dir}/job.csv --key-namespace 5"),
        (2, "--key: job has no 'nosuch'. It has: title, ", "import {dir}/job.csv --key nosuch +"),
        (2, "'utf-7' is not a known encoding; use a name such as utf-8", "import {dir}/job.csv --encoding utf-7 +"),
        (2, "'klingon' is not a known encoding", "import {dir}/job.csv --encoding klingon +"),
        (3, "there is no model 'two'. The models are: job, site. The name of the file is used as the model's name; to use another model, set --model.",
            "import {dir}/two.csv +"),
        (3, "'-' is not a file, and this command does not read standard input. Save the data to a file first.", "import - --model job"),
        (3, "A part of a location is a column such as 'where.latitude'.", "import {dir}/place.csv --model job +"),
        (3, "job has no 'Title'. It has: title, state, cost, tags, where, due, billable, photo_id, site_id. To ignore it, add --ignore-unknown. "
            + "Upper and lower case differ: the name is 'title'.", "import {dir}/case.csv --model job +"),
        (3, "'In charge of' is the label of the field 'owner'; use the field's name", "import {dir}/label.csv --model crew +crew"),
        (3, "If the file has another delimiter, set --delimiter", "import {dir}/semicolon.csv --model job +"),
        (3, "If the file has another delimiter, set --delimiter", "import {dir}/semicolon.csv --model job --ignore-unknown +"),
        (3, "has two columns 'title'", "import {dir}/twice.csv --model job +"),
        (3, "'{dir}/empty.csv' is empty", "import {dir}/empty.csv --model job +"),
        (3, "line 2: a cell begins with a quotation mark that is not closed", "import {dir}/open.csv --model job +"),
        (3, "the folder '{dir}/none' does not exist", "import {dir}/job.csv --attachments {dir}/none +"),
        (2, "'{dir}/damaged.csv.progress' is of an import with other settings", "import {dir}/damaged.csv --model job +"),
        (3, "Check the base URL, the network and the proxy", "import {dir}/job.csv --base-url http://127.0.0.1:9/api/v4/x --token-stdin <t"),
        (2, "'many' is not a value of --port; expected a number from 0 to 65535", "emulate --port many"),
        (2, "'70000' is not a value of --port; expected a number from 0 to 65535", "emulate --port 70000"),
        (3, "{dir}/none.xml", "emulate {dir}/none.xml"),
        (2, "unknown option '--nope'", "emulate --nope"),
        (2, "use either --sample or a schema file", "emulate {dir}/schema.xml --sample"),
        (2, "'explode' is not a value of --fault: it must begin with one of status=CODE, ", "emulate {dir}/schema.xml --fault explode"),
        (2, "'99' is not a value of status; expected a number from 100 to 599", "emulate {dir}/schema.xml --fault status=99"),
        (2, "'status' requires a value, such as status=100", "emulate {dir}/schema.xml --fault status"),
        (2, "'rout' is not a setting; expected route, model, ", "emulate {dir}/schema.xml --fault hang,rout=list"),
        (2, "'lists' is not a value of route; expected list, get, ", "emulate {dir}/schema.xml --fault hang,route=lists"),
        (2, "'2' is not a value of probability; expected a number from 0 to 1", "emulate {dir}/schema.xml --fault hang,probability=2"),
        (2, "'skip' can be used only once", "emulate {dir}/schema.xml --fault hang,skip=1,skip=2"),
        (2, "'retry-after' belongs to status", "emulate {dir}/schema.xml --fault hang,retry-after=2"),
        (2, "'http://localhost:9/x' is not a value of --webhook; expected NAME=URL", "emulate {dir}/schema.xml --webhook http://localhost:9/x"),
        (2, "the schema has no webhook 'saved' that is sent to a URL. It has none.", "emulate {dir}/schema.xml --webhook saved=http://localhost:9/x"),
        (2, "is not this machine. To allow it, add --webhook-host example.com.", "emulate --sample --webhook job_done=https://example.com/x"),
        (3, "the folder '{dir}/taken' has no .jsonl or .csv files", "emulate {dir}/schema.xml --seed {dir}/taken"),
        (3, "the file '{dir}/none.csv' does not exist", "emulate {dir}/schema.xml --seed {dir}/none.csv"),
        (2, "--page-size must be 1 to 1000", "emulate {dir}/schema.xml --page-size 0"),
        (2, "--oplog-limit must be at least 1", "emulate {dir}/schema.xml --oplog-limit 0"),
    ];

    [Fact]
    public async Task A_wrong_command_line_is_one_line_with_a_documented_exit_code()
    {
        using TempFolder folder = Folder();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await using JourneyEmulator crew = await JourneyEmulator.StartAsync(Schemas.Jobs.Replace(
            "</data-model>", """<model name="crew" label="C"><field name="owner" label="In charge of" type="text"/><display>{owner}</display></model></data-model>""", StringComparison.Ordinal));
        List<string> wrong = [];
        foreach ((int exitCode, string message, string line) in Lines)
        {
            string[] words = line.Replace("{dir}", folder.Path, StringComparison.Ordinal).Split(' ');
            ToolRun run = words[^1] switch
            {
                "+" => await InProcess.RunAsync(emulator, words[..^1]),
                "+crew" => await InProcess.RunAsync(crew, words[..^1]),
                "<t" => await InProcess.RunAsync("t", words[..^1]),
                _ => await InProcess.RunAsync("", words),
            };
            string expected = message.Replace("{dir}", folder.Path, StringComparison.Ordinal);
            string[] lines = [.. run.Error.TrimEnd().Split('\n').Where(text => !text.StartsWith("warning: a token on the command line", StringComparison.Ordinal))];
            if (run.Error.Contains("hush", StringComparison.Ordinal)) wrong.Add($"{line}\n    shows a password");
            bool isRight = run.ExitCode == exitCode && run.Out.Length == 0 && lines.Length == 1 && lines[0].Contains(expected, StringComparison.Ordinal)
                && lines[0].StartsWith("journeyapps", StringComparison.Ordinal) && !ShowsInternals(lines[0]);
            if (!isRight) wrong.Add($"{line}\n    expected {exitCode}: {message}\n    was {run.ExitCode}: {run.Error.Trim()}");
        }

        output.WriteLine($"{Lines.Length} wrong command lines, {wrong.Count} answered wrongly");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool ShowsInternals(string line)
        => Internals.Any(part => line.Contains(part, StringComparison.Ordinal));

    private static TempFolder Folder()
    {
        TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        folder.Write("job.csv", "title\nA\n");
        folder.Write("two.csv", "title\nA\n");
        folder.Write("t", "token");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.File("t"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        folder.Write("label.csv", "In charge of\nA\n");
        folder.Write("case.csv", "Title\nA\n");
        folder.Write("semicolon.csv", "title;cost\nA;5\n");
        folder.Write("place.csv", "where_latitude,where_longitude\n59.9,10.7\n");
        folder.Write("twice.csv", "title,title\nA,B\n");
        folder.Write("empty.csv", "");
        folder.Write("open.csv", "title\n\"A\nB\n");
        folder.Write("damaged.csv", "title\nA\n");
        folder.Write("damaged.csv.progress", """{"deployment":null,"bytes":-1,"line":-5}""");
        File.WriteAllBytes(folder.File("latin"), [.. "abc"u8, 0xE9]);
        File.WriteAllBytes(folder.File("marked.xml"), [0xEF, 0xBB, 0xBF, .. "<data-model"u8, 0xE9, .. "/>"u8]);
        Directory.CreateDirectory(folder.File("taken/job.jsonl"));
        return folder;
    }
}
