using System.ComponentModel;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace JourneyApps.Tool.Commands.Mcp;

/// <summary>The tools of the server. None of them changes anything.</summary>
internal sealed class ReadTools(JourneyClient client, IReadOnlyList<Model> models, int maxRows)
{
    // The answer is never embedded in HTML, so text stays readable.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public McpServerPrimitiveCollection<McpServerTool> Create()
    {
        return
        [
            Tool("models", "Lists the models with their labels, fields, options and relationships.", Models),
            Tool("query", $"Returns objects of a model, at most {maxRows}.", QueryAsync),
            Tool("get", "Returns one object by its id.", GetAsync),
            Tool("count", "Counts the objects of a model.", CountAsync),
            Tool("changes", $"Returns the last changes of objects from the oplog, oldest first, at most {maxRows}.", ChangesAsync),
        ];
    }

    private static McpServerTool Tool(string name, string description, Delegate run) => McpServerTool.Create(run, new()
    {
        Name = name,
        Description = description,
        ReadOnly = true,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
    });

    private string Models([Description("Only this model.")] string? model = null) => Answered(() =>
    {
        JsonArray list = [];
        foreach (Model shown in model is null ? models : [Find(model)]) list.Add(Describe(shown));
        return list;
    });

    private Task<string> QueryAsync(
        [Description("The name of the model.")] string model,
        [Description("An expression with a question mark for each value, such as \"state = ? and cost > ?\".")] string? where = null,
        [Description("The values of the question marks, in order: JSON or text.")] string[]? arguments = null,
        [Description("The name of the field to sort by; with a minus in front for the largest first.")] string? orderBy = null,
        [Description("How many objects to return.")] int? limit = null,
        [Description("How many objects to skip.")] int skip = 0,
        CancellationToken cancellationToken = default) => AnsweredAsync(async () =>
        {
            int take = Limit(limit);
            if (skip < 0) throw new McpException("'skip' must not be negative.");
            RecordQuery query = Query(Find(model), where, arguments);
            if (orderBy is { Length: > 0 }) query = query.OrderBy(orderBy.TrimStart('-'), descending: orderBy.StartsWith('-'));
            List<JourneyRecord> found = await query.Skip(skip).Take(take + 1).ToListAsync(cancellationToken);
            return new JsonObject
            {
                ["objects"] = new JsonArray([.. found.Take(take).Select(record => JsonNode.Parse(record.ToJson()))]),
                ["more"] = found.Count > take,
            };
        });

    private Task<string> GetAsync(
        [Description("The name of the model.")] string model, [Description("The id.")] string id, CancellationToken cancellationToken)
        => AnsweredAsync(async () =>
        {
            JourneyRecord? record = await client.Objects(Find(model).Name).FindAsync(id, cancellationToken);
            return record is null ? throw new McpException($"There is no {model} '{id}'.") : JsonNode.Parse(record.ToJson())!;
        });

    private Task<string> CountAsync(
        [Description("The name of the model.")] string model,
        [Description("An expression with a question mark for each value.")] string? where = null,
        [Description("The values of the question marks, in order: JSON or text.")] string[]? arguments = null,
        CancellationToken cancellationToken = default) => AnsweredAsync(async () => new JsonObject
        {
            ["count"] = await Query(Find(model), where, arguments).CountAsync(cancellationToken),
        });

    private Task<string> ChangesAsync(
        [Description("Only changes of this model.")] string? model = null,
        [Description("How many changes to look at.")] int? limit = null,
        CancellationToken cancellationToken = default) => AnsweredAsync(async () =>
        {
            string[] names = model is null ? [.. models.Select(known => known.Name)] : [Find(model).Name];
            OplogPage page = await client.Oplog.TailAsync(Limit(limit), cancellationToken);
            return new JsonArray([.. page.Entries.Where(entry => names.Contains(entry.Model)).Select(Describe)]);
        });

    private static JsonNode Describe(OplogEntry entry) => new JsonObject
    {
        ["sequence"] = entry.Sequence.ToString(CultureInfo.InvariantCulture),
        ["time"] = entry.UpdatedAt?.ToString("O", CultureInfo.InvariantCulture),
        ["operation"] = entry.OperationText,
        ["model"] = entry.Model,
        ["id"] = entry.Id,
        ["object"] = entry.Object is JourneyRecord record ? JsonNode.Parse(record.ToJson()) : null,
    };

    private JsonObject Describe(Model model)
    {
        JsonArray fields = [];
        foreach (Field field in model.Fields)
        {
            JsonObject described = new() { ["name"] = field.Name, ["label"] = field.Label, ["type"] = TypeWord.Of(field) };
            if (field.Options.Count > 0)
            {
                described["options"] = new JsonArray([.. field.Options.Where(option => option.Key is not null)
                    .Select(option => new JsonObject { ["key"] = option.Key, ["label"] = option.Label })]);
            }

            fields.Add(described);
        }

        // Models outside the list are not named.
        HashSet<string> allowed = [.. models.Select(known => known.Name)];
        return new JsonObject
        {
            ["name"] = model.Name,
            ["label"] = model.Label,
            ["fields"] = fields,
            ["belongsTo"] = new JsonArray([.. model.BelongsTo.Where(link => allowed.Contains(link.Model))
                .Select(link => new JsonObject { ["name"] = link.Name, ["key"] = link.Name + "_id", ["model"] = link.Model })]),
            ["hasMany"] = new JsonArray([.. model.HasMany.Where(link => allowed.Contains(link.Model))
                .Select(link => new JsonObject { ["name"] = link.Name, ["model"] = link.Model })]),
        };
    }

    private Model Find(string name) => models.FirstOrDefault(model => model.Name == name)
        ?? throw new McpException($"There is no model '{name}'. The models are: {string.Join(", ", models.Select(model => model.Name))}.");

    private int Limit(int? limit) => limit is < 1
        ? throw new McpException("'limit' must be at least 1.")
        : Math.Min(limit ?? maxRows, maxRows);

    // The messages of --where name options of the command line.
    private RecordQuery Query(Model model, string? where, string[]? arguments)
    {
        try
        {
            return new WhereClause(string.IsNullOrWhiteSpace(where) ? null : where, arguments ?? []).Check().Of(client, model);
        }
        catch (ToolException exception)
        {
            throw new McpException(exception.Message
                .Replace("--where", "'where'", StringComparison.Ordinal).Replace("--arguments", "arguments", StringComparison.Ordinal)
                .Replace("--argument", "'arguments'", StringComparison.Ordinal));
        }
    }

    private static string Answered(Func<JsonNode> answer)
        => AnsweredAsync(() => Task.FromResult(answer())).GetAwaiter().GetResult();

    // The client is told what the command line would say. Other exceptions become a general error of the protocol.
    private static async Task<string> AnsweredAsync<T>(Func<Task<T>> answer)
        where T : JsonNode
    {
        try
        {
            return (await answer()).ToJsonString(Options);
        }
        catch (Exception exception) when (exception is JourneyApiException or ArgumentException)
        {
            throw new McpException(ErrorFormatter.Format(exception, isStopped: false).Line);
        }
    }
}
