using System.CommandLine;
using FieldService;
using Spectre.Console;

Option<Uri?> baseUrl = new("--base-url")
{
    Description = "The base URL of a deployment, as shown on its Manage API page. Without it, an emulator is started in this process.",
    CustomParser = static argument =>
    {
        if (Uri.TryCreate(argument.Tokens[^1].Value, UriKind.Absolute, out Uri? url)) return url;
        argument.AddError($"'{argument.Tokens[^1].Value}' is not a URL; it looks like https://….journeyapps.com/api/v4/….");
        return null;
    },
};
Option<bool> write = new("--write")
{
    Description = "With --base-url: also run the steps that create, change and delete objects.",
};

RootCommand command = new($"An integrator's day with a field service app. The token of a deployment is read from {Deployment.TokenVariable}.")
{
    baseUrl,
    write,
};

// For a file or a pipe: without colors, and wide enough for the tables.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Width = 100;
}

command.SetAction(async (arguments, cancellationToken) =>
{
    await using Deployment? deployment = await Deployment.OpenAsync(arguments.GetValue(baseUrl), arguments.GetValue(write));
    return deployment is null ? 1 : await IntegratorsDay.RunAsync(deployment, cancellationToken);
});
return await command.Parse(args).InvokeAsync();
