using System.Security.Cryptography;
using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Oplog;
using JourneyApps.Emulator.Webhooks;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Deployments;

/// <summary>Opens the data of a deployment and prepares it for a schema.</summary>
internal static class DeploymentOpener
{
    private const string SchemaHashKey = "schema_hash";
    private const string MediaSecretKey = "media_secret";

    /// <exception cref="EmulatorSchemaException">The schema has errors.</exception>
    /// <exception cref="EmulatorDataException">The data file cannot be used.</exception>
    public static async Task<Deployment> OpenAsync(string schemaText, EmulatorOptions options)
    {
        WebhookSender.Check(options);
        DataModel dataModel = Parse(schemaText, options.SchemaOptions);
        IDisposable? dataLock = options.DataFile is { } file ? DataFileLock.Acquire(file) : null;
        Database? database = null;
        try
        {
            database = Database.Open(options.DataFile);
            Database opened = database;
            return await opened.WriteAsync(session => Prepare(session, opened, dataLock, dataModel, schemaText, options))
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (database is not null) await database.DisposeAsync().ConfigureAwait(false);
            dataLock?.Dispose();
            if (exception is SqliteException error) throw Unusable(options.DataFile, error);
            throw;
        }
    }

    /// <summary>Replaces the schema. Values of fields that the new one does not have are hidden until the object is written; values that do
    /// not fit a field's new type are removed.</summary>
    /// <exception cref="EmulatorSchemaException">The new schema has errors and is not used.</exception>
    public static async Task ChangeSchemaAsync(Deployment deployment, string schemaText, SchemaOptions? schemaOptions)
    {
        DataModel dataModel = Parse(schemaText, schemaOptions ?? deployment.Options.SchemaOptions);
        deployment.Schema = await deployment.Database.WriteAsync(session =>
        {
            ServedSchema schema = Fit(session, dataModel, schemaText, deployment.Options);
            Accept(session, schema);
            return schema;
        }).ConfigureAwait(false);
    }

    private static EmulatorDataException Unusable(string? file, SqliteException error)
    {
        // SQLITE_BUSY and SQLITE_LOCKED.
        const int Busy = 5;
        const int Locked = 6;
        return error.SqliteErrorCode is Busy or Locked
            ? new($"The data file '{file}' is open in another program. Close it, or use another file.", error)
            : new($"The data file '{file}' cannot be used: {error.Message}", error);
    }

    private static DataModel Parse(string schemaText, SchemaOptions options)
    {
        ParsedSchema parsed = SchemaParser.Parse(schemaText, options);
        return parsed.Diagnostics.Any(diagnostic => diagnostic.Severity == SchemaSeverity.Error)
            ? throw new EmulatorSchemaException([.. parsed.Diagnostics])
            : parsed.DataModel;
    }

    private static Deployment Prepare(
        DatabaseSession session, Database database, IDisposable? dataLock, DataModel dataModel, string schemaText, EmulatorOptions options)
    {
        SystemTables.Create(session);
        ServedSchema schema = Fit(session, dataModel, schemaText, options);
        string? storedHash = SystemTables.Meta(session, SchemaHashKey);
        if (storedHash is not null && storedHash != schema.Hash && !options.AllowSchemaChange)
        {
            throw new EmulatorDataException(
                $"The data file '{options.DataFile}' was written with another schema. Use another file, or allow the change "
                + $"({nameof(EmulatorOptions.AllowSchemaChange)}; journeyapps emulate --allow-schema-change).");
        }

        if (storedHash != schema.Hash) Accept(session, schema);
        string secret = SystemTables.Meta(session, MediaSecretKey) ?? Hex.Lower(RandomNumberGenerator.GetBytes(32));
        SystemTables.SetMeta(session, MediaSecretKey, secret);
        SequenceClock clock = new(options.TimeProvider, OplogTable.LastSequence(session));
        Deployment deployment = new(options, database, dataLock, schema, clock, Convert.FromHexString(secret));
        deployment.StartWebhooks();
        return deployment;
    }

    private static ServedSchema Fit(DatabaseSession session, DataModel dataModel, string schemaText, EmulatorOptions options)
    {
        ServedSchema schema = new(schemaText, dataModel, name => SystemTables.ModelNumber(session, name))
        {
            DeployedAt = options.TimeProvider.GetUtcNow().ToUnixTimeSeconds(),
        };
        foreach (ServedModel model in schema.Models) ObjectTable.Create(session, model);
        return schema;
    }

    private static void Accept(DatabaseSession session, ServedSchema schema)
    {
        foreach (ServedModel model in schema.Models) RetypedValues.Remove(session, model);
        SystemTables.SetMeta(session, SchemaHashKey, schema.Hash);
    }
}
