using System.Security.Cryptography;
using JourneyApps.Emulator;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Emulate;

/// <summary>The options that describe an emulator.</summary>
internal sealed class EmulateOptions
{
    private const int TokenLength = 32;

    private readonly Argument<string> _file = SchemaCliOptions.File("The schema file. Default: schema.xml in this folder.");

    private readonly Option<string> _schema = new("--schema", "-s") { Description = "The schema file, instead of the argument." };

    private readonly Option<bool> _sample = new("--sample")
    {
        Description = "Serve the sample app of the documentation with a few objects, instead of a schema file.",
    };

    private readonly Option<ushort> _port = new("--port", "-p") { Description = "The port on this machine. Default: a free port." };

    private readonly Option<string> _data = new("--data", "-d")
    {
        Description = "A SQLite file that stores the objects; created when missing. Default: in memory, lost when the command ends.",
    };

    private readonly Option<string[]> _seed = new("--seed")
    {
        Description = "A .jsonl or .csv file of an export, or a folder with such files, whose objects are created when they do not "
            + "exist. The name of a file is the model. Can be repeated.",
    };

    private readonly Option<string> _token = new("--token")
    {
        Description = "The token to accept. Default: a random token, which is printed.",
    };

    private readonly Option<string[]> _allowHost = new("--allow-host")
    {
        Description = "Another name under which the emulator may be called, such as host.docker.internal.",
    };

    private readonly Option<string[]> _allowOrigin = new("--allow-origin")
    {
        Description = "The origin of a web page that may call the emulator, such as http://localhost:5173.",
    };

    private readonly Option<bool> _acceptForms = new("--accept-forms") { Description = "Accept form bodies, as the platform does." };

    private readonly Option<int> _latency = new("--latency")
    {
        Description = "The milliseconds that each request takes at least; the platform takes 100 to 300. Default: 0.",
    };

    private readonly Option<double?> _rate = new("--requests-per-second")
    {
        Description = "Answer requests above this rate with 429; the platform allows 20. Default: no limit.",
    };

    private readonly Option<int> _burst = new("--burst")
    {
        Description = "The requests that --requests-per-second allows at once after a pause. Default: 1200, as on the platform.",
        DefaultValueFactory = static _ => EmulatorRateLimit.Platform.Burst,
    };

    private readonly Option<string[]> _faults = new("--fault")
    {
        Description = "Let requests fail, such as status=503,route=batch,skip=2,times=3. Can be repeated; the first that matches "
            + "applies.",
    };

    private readonly Option<int?> _randomSeed = new("--random-seed")
    {
        Description = "A number that makes the probabilities of faults and the random order of lists the same in each run.",
    };

    private readonly Option<int> _pageSize = new("--page-size")
    {
        Description = "The most objects in one page, from 1 to 1000. Default: 1000, as on the platform.",
        DefaultValueFactory = static _ => new EmulatorOptions().PageSize,
    };

    private readonly Option<int?> _oplogLimit = new("--oplog-limit")
    {
        Description = "The number of changes that the oplog keeps; older ones are removed. Default: all.",
    };

    private readonly WebhookOptions _webhooks = new();

    private readonly Option<string> _api = SchemaCliOptions.ApiVersion();

    private readonly Option<bool> _allowChange = new("--allow-schema-change")
    {
        Description = "Open a data file that was written with another schema.",
    };

    public EmulateOptions()
    {
        Reject(_latency, static milliseconds => milliseconds is >= 0 and <= 60_000, "--latency must be 0 to 60000 milliseconds.");
        Reject(_rate, static perSecond => perSecond is null or > 0, "--requests-per-second must be greater than 0.");
        Reject(_burst, static requests => requests >= 1, "--burst must be at least 1.");
        Reject(_pageSize, static objects => objects is >= 1 and <= 1000, "--page-size must be 1 to 1000.");
        Reject(_oplogLimit, static changes => changes is null or >= 1, "--oplog-limit must be at least 1.");
    }

    public void AddTo(Command command)
    {
        command.Add(_file);
        Option[] options =
        [
            _schema, _sample, _port, _data, _seed, _token, _api, _allowChange, _allowHost,
            _allowOrigin, _acceptForms, _latency, _rate, _burst, _faults, _randomSeed, _pageSize, _oplogLimit,
        ];
        foreach (Option option in options) command.Add(option);
        _webhooks.AddTo(command);
    }

    /// <summary>The emulator that the options describe.</summary>
    /// <exception cref="ToolException">The options contradict each other, or a file cannot be read.</exception>
    public EmulateSettings Read(ParseResult parsed)
    {
        bool isSample = parsed.GetValue(_sample);
        if (isSample && (parsed.GetValue(_schema) is not null || parsed.GetResult(_file) is { Implicit: false }))
            throw new ToolException("use either --sample or a schema file.", ExitCode.Usage);
        if (parsed.GetResult(_burst) is { Implicit: false } && parsed.GetValue(_rate) is null)
            throw new ToolException("--burst requires --requests-per-second.", ExitCode.Usage);
        EmulatorOptions options = ReadEmulator(parsed);
        Fault[] planned = [.. (parsed.GetValue(_faults) ?? []).Select(FaultText.Parse)];
        string[] seeds = [.. (parsed.GetValue(_seed) ?? []).SelectMany(SeedFiles.Find)];
        SchemaFile schemaFile = isSample
            ? SampleApp.Schema()
            : SchemaFile.ReadValid(parsed.GetValue(_schema) ?? parsed.GetRequiredValue(_file), options.SchemaOptions.ApiVersion);
        return new EmulateSettings(schemaFile, isSample, seeds, planned, _webhooks.Read(parsed, schemaFile.Schema.DataModel, options));
    }

    private EmulatorOptions ReadEmulator(ParseResult parsed)
    {
        // HTTP Basic takes the token as its password, so that there is one secret.
        string secret = parsed.GetValue(_token) ?? $"O:{RandomNumberGenerator.GetHexString(TokenLength, lowercase: true)}";
        return new()
        {
            Token = secret,
            Password = secret,
            AllowedHosts = parsed.GetValue(_allowHost) ?? [],
            AllowedOrigins = parsed.GetValue(_allowOrigin) ?? [],
            AcceptForms = parsed.GetValue(_acceptForms),
            Port = parsed.GetValue(_port),
            DataFile = parsed.GetValue(_data),
            SchemaOptions = new SchemaOptions { ApiVersion = parsed.GetValue(_api) },
            AllowSchemaChange = parsed.GetValue(_allowChange),
            DataBrowser = true,
            Latency = TimeSpan.FromMilliseconds(parsed.GetValue(_latency)),
            RateLimit = parsed.GetValue(_rate) is { } perSecond ? new EmulatorRateLimit(perSecond, parsed.GetValue(_burst)) : null,
            Seed = parsed.GetValue(_randomSeed),
            PageSize = parsed.GetValue(_pageSize),
            OplogLimit = parsed.GetValue(_oplogLimit),
        };
    }

    private static void Reject<T>(Option<T> option, Func<T?, bool> isValid, string otherwise)
        => option.Validators.Add(result =>
        {
            try
            {
                if (isValid(result.GetValueOrDefault<T>())) return;
            }
            catch (InvalidOperationException)
            {
                // The text is not a number of the option's type.
            }

            result.AddError(otherwise);
        });
}
