using JourneyApps.Mirroring;
using JourneyApps.Mirroring.PostgreSql;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Mirroring.SqlServer;
using JourneyApps.Tool.Deployments;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary>The options that name the database of a copy. A connection string can contain a password, so it is never on the command
/// line.</summary>
internal sealed class TargetOptions
{
    private const string Sqlite = "sqlite:";
    private const string PostgreSql = "postgresql";
    private const string SqlServer = "sqlserver";
    private const string Expected = "expected sqlite:PATH, postgresql or sqlserver";

    private readonly Option<string> _to = new("--to")
    {
        Description = "The database: sqlite:PATH for a file, or postgresql or sqlserver (preview) with a connection string in a variable "
            + "or file.",
    };

    private readonly Option<string> _variable = new("--connection-env")
    {
        Description = "The environment variable with the connection string, such as Host=db;Database=field;Username=mirror;Password=….",
    };

    private readonly Option<string> _file = new("--connection-file") { Description = "A file whose first line is the connection string." };

    public void AddTo(Command command)
    {
        command.Add(_to);
        command.Add(_variable);
        command.Add(_file);
    }

    /// <summary>The database.</summary>
    /// <exception cref="ToolException">The options name no database, or more than one.</exception>
    public MirrorDatabase Resolve(ParseResult parsed, Terminal terminal)
    {
        (string? variable, string? file) = (parsed.GetValue(_variable), parsed.GetValue(_file));
        string to = parsed.GetValue(_to) ?? throw Usage($"--to is required: {Expected}.");
        try
        {
            if (to.StartsWith(Sqlite, StringComparison.Ordinal))
            {
                if (variable is not null || file is not null)
                    throw Usage("--connection-env and --connection-file belong to --to postgresql and --to sqlserver.");
                return OfFile(to[Sqlite.Length..]);
            }

            if (to is PostgreSql or SqlServer)
            {
                string connection = ConnectionString(to, variable, file, terminal);
                return to == PostgreSql ? new PostgreSqlMirrorDatabase(connection) : new SqlServerMirrorDatabase(connection);
            }
        }
        catch (ArgumentException exception)
        {
            throw Usage(ErrorFormatter.WithoutParameterName(exception));
        }

        // The value is not repeated: it may be a connection string with a password.
        throw Usage(
            LooksLikeConnection(to)
                ? "--to takes no connection string, because other users can see the command line. Use --to postgresql or "
                    + "--to sqlserver with --connection-env or --connection-file. If it contained a password, change it."
                : $"'{SafeText.Line(to)}' is not a value of --to; {Expected}.");
    }

    /// <summary>The database of a copy that must exist.</summary>
    /// <exception cref="ToolException">The options name no database or more than one, or the file does not exist.</exception>
    public MirrorDatabase ResolveExisting(ParseResult parsed, Terminal terminal)
    {
        MirrorDatabase database = Resolve(parsed, terminal);
        return database.Exists
            ? database
            : throw new ToolException($"the file '{database.Place}' does not exist. Run 'journeyapps mirror' first.");
    }

    private static SqliteMirrorDatabase OfFile(string path)
    {
        if (path.Length == 0) throw Usage("'sqlite:' names no file; write sqlite:copy.db.");
        if (LooksLikeConnection(path) && !File.Exists(path))
            throw Usage("sqlite: takes the path of a file and no connection string.");
        return new SqliteMirrorDatabase(new SqliteConnectionStringBuilder { DataSource = path }.ToString());
    }

    private static string ConnectionString(string to, string? variable, string? file, Terminal terminal)
    {
        if ((variable is null) == (file is null))
            throw Usage($"--to {to} requires either --connection-env NAME or --connection-file FILE.");
        if (file is not null)
        {
            return TokenFile.Read(file, terminal, "connection file") is { Length: > 0 } line
                ? line : throw Usage($"the first line of '{file}' is empty; it has to be the connection string.");
        }

        if (LooksLikeConnection(variable!))
            throw Usage("--connection-env takes the name of an environment variable, not a connection string. If it contained a password, "
                + "change it, because other users can see the command line.");
        return Environment.GetEnvironmentVariable(variable!) is { Length: > 0 } value
            ? value : throw Usage($"the environment variable '{variable}' is not set.");
    }

    private static bool LooksLikeConnection(string text)
        => text.Contains('=', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal);

    private static ToolException Usage(string message) => new(message, ExitCode.Usage);
}
