using JourneyApps.Webhooks;
using System.Reflection;
using FieldService;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyApps.Docs.Tests;

/// <summary>Runs a compiled block: its statements, or, when it only declares types, whatever of them can be called.</summary>
internal static class BlockRun
{
    // What goes on until it is told to stop, as the pages say of it.
    private static readonly string[] Endless = [".RunAsync(cancellationToken)", ".FollowAsync(", "web.RunAsync()"];

    /// <summary>How many calls were made.</summary>
    public static async Task<int> RunAsync(CodeBlock block, IReadOnlyCollection<Type> types)
    {
        bool isEndless = Endless.Any(call => block.Code.Contains(call, StringComparison.Ordinal));
        await using Stage stage = await Stage.SetAsync(isEndless ? TimeSpan.FromSeconds(3) : TimeSpan.FromMinutes(1));
        TextWriter console = Console.Out;
        Ambient.Current = stage;
        if (block.IsProgram) stage.WriteFiles(block.Page);
        using StringWriter printed = new();
        try
        {
            Console.SetOut(printed);
            if (types.FirstOrDefault(type => type.Name == Snippet.ClassName) is not { } snippet) return await CallTypesAsync(types, stage);
            object instance = Activator.CreateInstance(snippet, nonPublic: true)!;
            MethodInfo run = snippet.GetMethod(Snippet.MethodName, BindingFlags.Instance | BindingFlags.NonPublic)!;
            await (Task)run.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, block.IsProgram ? [Array.Empty<string>()] : [], null)!;
            if (block.IsProgram && Pages.Blocks(block.Page).FirstOrDefault(other => other.Language == "text") is { } shown)
                Assert.Equal(shown.Code, printed.ToString().ReplaceLineEndings("\n").TrimEnd());
            return 1;
        }
        catch (OperationCanceledException) when (isEndless && stage.CancellationToken.IsCancellationRequested)
        {
            return 1;
        }
        finally
        {
            Console.SetOut(console);
            Environment.ExitCode = 0;
            Ambient.Current = null;
        }
    }

    private static async Task<int> CallTypesAsync(IEnumerable<Type> types, Stage stage)
    {
        int calls = 0;
        foreach (Type type in types.Where(type => type is { IsClass: true, IsNested: false }))
        {
            object? instance = null;
            if (type.GetConstructors().FirstOrDefault() is { } constructor && Arguments(constructor, stage) is { } made)
            {
                instance = constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, made, null);
                calls++;
            }

            const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
            foreach (MethodInfo method in type.GetMethods(Declared))
            {
                if ((instance is null && !method.IsStatic) || Arguments(method, stage) is not { } arguments) continue;
                if (method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task task) await task;
                calls++;
            }
        }

        return calls;
    }

    private static object?[]? Arguments(MethodBase method, Stage stage)
    {
        object?[] arguments = [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType, stage))];
        return Array.Exists(arguments, argument => argument is null) ? null : arguments;
    }

    private static object? Argument(Type type, Stage stage)
    {
        if (type == typeof(JourneyApp)) return stage.App;
        if (type == typeof(Job)) return stage.Job;
        if (type == typeof(Id<Job>)) return stage.Job.Id;
        if (type == typeof(CancellationToken)) return stage.CancellationToken;
        if (type == typeof(IServiceCollection)) return new ServiceCollection();
        if (type == typeof(IEndpointRouteBuilder)) return WebApplication.CreateSlimBuilder().Build();
        if (type == typeof(WebhookReader)) return stage.App.CreateWebhookReader("a secret");
        return type == typeof(Func<long, Job, Task>) ? new Func<long, Job, Task>((_, _) => Task.CompletedTask) : null;
    }
}
