using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Schemas;
using ModelContextProtocol.Server;

namespace JourneyApps.Tool.Commands.Mcp;

/// <summary><c>journeyapps mcp</c>: lets an agent read a deployment over the Model Context Protocol.</summary>
internal static class McpCommand
{
    private const int RowsByDefault = 100;
    private const int MaxRows = 1000;

    // After the end of the input. It is longer than a request to the API takes, with its retries.
    private static readonly TimeSpan LastResponses = TimeSpan.FromSeconds(30);

    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Option<string[]> models = new("--model", "-m") { Description = "A model that may be read. Can be repeated. Default: all." };
        Option<int> maxRows = new("--max-rows")
        {
            Description = $"The most objects or changes in one answer, from 1 to {MaxRows}.",
            DefaultValueFactory = _ => RowsByDefault,
        };
        ToolCommand command = new(
            "mcp",
            "Serves the objects of a deployment to an agent, over the Model Context Protocol on standard input and output. "
                + "The server only reads. The token is never part of an answer.",
            "journeyapps mcp --model job --model site --token-file ~/.journeyapps-token",
            "journeyapps mcp --max-rows 20")
        {
            models, maxRows,
        };
        access.AddTo(command, usesInput: true);
        command.SetAction((parsed, cancellationToken) =>
        {
            int rows = parsed.GetValue(maxRows);
            if (rows is < 1 or > MaxRows)
                throw new ToolException($"'{rows}' is not a value of --max-rows; expected a number from 1 to {MaxRows}.", ExitCode.Usage);
            return RunAsync(access.Resolve(parsed, terminal), parsed.GetValue(models) ?? [], rows, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(JourneyAppOptions options, string[] names, int maxRows, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(options);
        DataModel dataModel = await client.Deployment.GetDataModelAsync(cancellationToken);
        Model[] models = ModelName.FindAll(dataModel, names);
        McpServerOptions server = new()
        {
            ServerInfo = new() { Name = "journeyapps", Version = typeof(McpCommand).Assembly.GetName().Version!.ToString(3) },
            ServerInstructions = "Reads the objects of a JourneyApps deployment. Call 'models' first for the names of models and fields. "
                + "Expressions have a question mark for each value, such as \"state = ? and cost > ?\".",
            ToolCollection = new ReadTools(client, models, maxRows).Create(),
        };
        PendingRequests pending = new();
        MessageStream input = new(Console.OpenStandardInput(), pending.Received, token => pending.WaitAsync(LastResponses, token));
        MessageStream output = new(Console.OpenStandardOutput(), pending.Sent);
        await using StreamServerTransport transport = new(input, output, server.ServerInfo.Name);
        await using var running = McpServer.Create(transport, server);
        await running.RunAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return ExitCode.Success;
    }
}
