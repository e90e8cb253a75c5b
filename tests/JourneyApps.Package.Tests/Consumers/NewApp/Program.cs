using System.CodeDom.Compiler;
using System.Reflection;
using System.Text.Json;
using Acme.Office;
using Job = Acme.Field.Job;

Acme.Field.Kept.Print(job => JsonSerializer.Deserialize<Job>(JsonSerializer.Serialize(job))!);
string plate = JsonSerializer.Deserialize<Vehicle>(JsonSerializer.Serialize(new Vehicle { Plate = "AB 1234" }))!.Plate!;
Console.WriteLine($"{plate}: library {Version<Job>()}, app {Version<Vehicle>()}, runtime {typeof(Choice<>).Assembly.GetName().Version}");

static string? Version<T>() => typeof(T).GetCustomAttribute<GeneratedCodeAttribute>()?.Version;
