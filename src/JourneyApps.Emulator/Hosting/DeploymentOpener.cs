using System.Security.Cryptography;
using JourneyApps.Emulator.ChangeLog;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Webhooks;
using JourneyApps.Schema;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Hosting;

/// <summary>Opens the data of a deployment and fits it to a schema.</summary>
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
        Database database;
        try
        {
            database = Database.Open(options.DataFile);
        }
        catch (SqliteException exception)
        {
            throw new EmulatorDataException($"The data file '{options.DataFile}' cannot be opened: {exception.Message}", exception);
        }

        try
        {
            return await database.WriteAsync(session => Prepare(session, database, dataModel, schemaText, options)).ConfigureAwait(false);
        }
        catch (SqliteException exception)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw new EmulatorDataException($"The data file '{options.DataFile}' cannot be used: {exception.Message}", exception);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Serves another schema from now on. Values of fields that it does not have stay out of sight until the object is written; those that do not fit a field's new type are removed.</summary>
    /// <exception cref="EmulatorSchemaException">The schema has errors; the old one stays.</exception>
    public static async Task ChangeSchemaAsync(Deployment deployment, string schemaText, SchemaOptions? schemaOptions)
    {
        DataModel dataModel = Parse(schemaText, schemaOptions ?? deployment.Options.SchemaOptions);
        deployment.Schema = await deployment.Database.WriteAsync(session =>
        {
            ServedSchema schema = Fit(session, dataModel, schemaText, deployment.Options);
            foreach (ServedModel model in schema.Models) RetypedValues.Remove(session, model);
            SystemTables.SetMeta(session, SchemaHashKey, schema.Hash);
            return schema;
        }).ConfigureAwait(false);
    }

    private static DataModel Parse(string schemaText, SchemaOptions options)
    {
        ParsedSchema parsed = SchemaParser.Parse(schemaText, options);
        return parsed.Diagnostics.Any(finding => finding.Severity == SchemaSeverity.Error)
            ? throw new EmulatorSchemaException([.. parsed.Diagnostics])
            : parsed.DataModel;
    }

    private static Deployment Prepare(DatabaseSession session, Database database, DataModel dataModel, string schemaText, EmulatorOptions options)
    {
        SystemTables.Create(session);
        ServedSchema schema = Fit(session, dataModel, schemaText, options);
        string? storedHash = SystemTables.Meta(session, SchemaHashKey);
        if (storedHash is not null && storedHash != schema.Hash && !options.AllowSchemaChange)
        {
            throw new EmulatorDataException(
                $"The data file '{options.DataFile}' was written with another schema. Use another file, or allow the change ({nameof(EmulatorOptions.AllowSchemaChange)}; journeyapps emulate --allow-schema-change).");
        }

        if (storedHash != schema.Hash)
        {
            foreach (ServedModel model in schema.Models) RetypedValues.Remove(session, model);
        }

        SystemTables.SetMeta(session, SchemaHashKey, schema.Hash);
        string secret = SystemTables.Meta(session, MediaSecretKey) ?? Hex.Lower(RandomNumberGenerator.GetBytes(32));
        SystemTables.SetMeta(session, MediaSecretKey, secret);
        SequenceClock clock = new(options.TimeProvider, LogTable.LastSequence(session));
        Deployment deployment = new(options, database, schema, clock, Convert.FromHexString(secret));
        if (options.Webhooks.Count > 0) deployment.Webhooks = new WebhookSender(deployment);
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
}
